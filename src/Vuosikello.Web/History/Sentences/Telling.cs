using Microsoft.Extensions.Localization;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.History.Sentences;

/// <summary>One event to be told, with all that it takes to say it.</summary>
/// <param name="happened">The event, and the state before and after it.</param>
/// <param name="partnership">As it is now: names are those of today.</param>
/// <param name="who">Who did it and for which organisation, as this reader may know it.</param>
/// <param name="to">Who is told; the public is told less of some events.</param>
public sealed class Telling(HistoryEvent happened, PartnershipView partnership, string who, Texts texts, FieldWords words, Listener to)
{
    private const int LongName = 80;

    public HistoryEvent Happened => happened;

    public IEvent Event => happened.Event;

    /// <summary>The aggregate before the event; null before its first.</summary>
    public TState? Before<TState>() where TState : class => happened.Before as TState;

    /// <summary>The aggregate after the event.</summary>
    public TState? After<TState>() where TState : class => happened.After as TState;

    public PartnershipView View => partnership;

    public Partnership Partnership => partnership.State;

    public string Who => who;

    public bool ToMember => to.IsMember;

    /// <summary>Which drafts and rounds may be named.</summary>
    public Sight Sight => to.Sight;

    public Texts Texts => texts;

    public static string Language => LanguageSetup.Current;

    /// <summary>The labels of an activity's and other fields, before values.</summary>
    public string Label(string key) => Text(texts.History, $"Label.{key}");

    /// <summary>A value of the domain in words; null stays null.</summary>
    public string? Words(object? value) => value is null ? null : words.Of(value, Partnership);

    /// <summary>What something is called, short enough for a sentence; a dash for what has no name.</summary>
    public static string Name(LocalText? name) => Shortened(name?.In(Language));

    /// <inheritdoc cref="Name(LocalText?)" />
    public string Name(PartnerId partner) => Name(Partnership.NameOf(partner));

    /// <summary>Several organisations, one after another.</summary>
    public string Names(IEnumerable<PartnerId> partners) => string.Join(", ", partners.Select(Name));

    /// <summary>A text, cut where it is too long for a sentence.</summary>
    public static string Shortened(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "–";
        string line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongName) return line;
        int end = line.LastIndexOf(' ', LongName - 1);
        return $"{line[..(end > LongName / 2 ? end : LongName - 1)].TrimEnd()}…";
    }

    /// <summary>The event's own sentence: its template, with who did it as {0} and the arguments from {1} on.</summary>
    public Sentence Say(params object?[] arguments) => SayAs(Event.GetType().Name, arguments);

    /// <summary>A sentence by another template than the event's own, where one event means several things.</summary>
    public Sentence SayAs(string template, params object?[] arguments) =>
        new(Sentence.Ended(Sentence.Capitalised(Text(texts.History, template, [who, .. arguments]))));

    /// <summary>The event's own sentence where somebody acts for another partner than their own; <c>….Own</c> where <see cref="Who"/> says the partner already.</summary>
    /// <param name="template">The sentence that names the partner.</param>
    /// <param name="partner">For whom it was done.</param>
    public string OwnOr(string template, PartnerId partner) => happened.Stamp.For == partner ? $"{template}.Own" : template;

    private static string Text(IStringLocalizer all, string key, params object?[] arguments) => all[key, arguments!];
}
