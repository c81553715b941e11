using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Web.History.Sentences;

/// <summary>One event in plain words of the reader's language. Immutable; each method answers a sentence with one detail more.</summary>
/// <param name="Text">A whole sentence that says who did what.</param>
/// <param name="Details">What was before and after, and what was said, in reading order.</param>
public sealed record Sentence(string Text, ValueList<Detail> Details)
{
    public Sentence(string text) : this(text, [])
    {
    }

    /// <summary>A value before and after, in words. Nothing when both are the same; an arrow less when there was none before (null).</summary>
    public Sentence Pair(string label, string? before, string? after) =>
        before == after || (after is null && before is null) ? this : With(new Detail.Pair(label, before, after));

    /// <summary>A text before and after: word by word where it is long. Nothing when both are the same.</summary>
    public Sentence Change(string label, LocalText? before, LocalText? after) =>
        (before ?? LocalText.Empty) == (after ?? LocalText.Empty) ? this : With(new Detail.Change(label, before ?? LocalText.Empty, after ?? LocalText.Empty));

    /// <summary>What somebody said with it: a reason, an answer. Nothing when it is empty.</summary>
    public Sentence Quote(string label, LocalText? text) => text is null or { IsEmpty: true } ? this : With(new Detail.Quote(label, text));

    /// <inheritdoc cref="Quote(string, LocalText?)" />
    /// <param name="text">In whichever language it was written.</param>
    public Sentence Quote(string label, string? text) => Quote(label, string.IsNullOrWhiteSpace(text) ? null : new LocalText(text));

    private Sentence With(Detail detail) => this with { Details = [.. Details, detail] };

    /// <summary>With one full stop at its end, also when what it ends in, such as the beginning of a clause, has its own.</summary>
    public static string Ended(string text) => text.EndsWith("..", StringComparison.Ordinal) ? $"{text.TrimEnd('.')}." : text;

    public static string Capitalised(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpper(text[0], CultureInfo.CurrentUICulture).ToString(), text.AsSpan(1));
}

/// <summary>Something that a sentence is followed by.</summary>
public abstract record Detail(string Label)
{
    /// <summary>A short value before (null: there was none, or it is not worth saying) and after.</summary>
    public sealed record Pair(string Label, string? Before, string? After) : Detail(Label);

    /// <summary>A text before and after.</summary>
    public sealed record Change(string Label, LocalText Before, LocalText After) : Detail(Label);

    /// <summary>What somebody said.</summary>
    public sealed record Quote(string Label, LocalText Text) : Detail(Label);
}

/// <summary>What a sentence is about.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Address">Its page; null where there is none any more.</param>
public sealed record Subject(string Name, string? Address);
