using NodaTime;

namespace Vuosikello.Web.Printing;

/// <summary>
/// What is to stand on paper, without a word about where: <see cref="Printer"/> makes a PDF of it, A4, in as many pages as it takes.
/// </summary>
/// <remarks>
/// Every page has the partnership and the time in its header and its number, <c>1/3</c>, in its footer. The PDF is tagged, so that a screen
/// reader meets headings, lists and tables. The same document gives the same bytes. All words come in the reader's language from outside:
/// <code>
/// var document = new PrintedDocument(
///     "Yhteenveto", "fi", "KUUMA-seutu", clock.GetCurrentInstant(),
///     [
///         new Block.Paragraph("Viisi kumppania antoi lausunnon."),
///         new Block.Heading("Tilat", 1),
///         new Block.Definitions([("Avattu", "3.8.2026"), ("Suljettu", "18.9.2026")]),
///         new Block.Items(["Puoltaa: 4", "Ei puolla: 1"]),
///         new Block.Table(
///             [new("Kumppani"), new("Huomautus", 3)],
///             [["Esimerkkilän kylät ry", new PrintedText(new Run("viikon", RunStyle.Removed), new Run("kuukauden", RunStyle.Added), new Run(" kuluessa"))]]),
///     ]);
/// return document.AsPdf("yhteenveto");   // an IResult; Printer.Print(document) gives the bytes
/// </code>
/// </remarks>
/// <param name="Title">Stands first on the first page, at the foot of every page, and is what a viewer calls its window.</param>
/// <param name="Language"><c>fi</c>, <c>sv</c> or <c>en</c>: the language of the text, and of the date in the header.</param>
/// <param name="Partnership">The partnership's name, in the header of every page.</param>
/// <param name="At">When this was so; shown on the clock of Helsinki, and the PDF's date of creation.</param>
/// <param name="Blocks">What follows, in order.</param>
public sealed record PrintedDocument(string Title, string Language, string Partnership, Instant At, IReadOnlyList<Block> Blocks);

/// <summary>A part of a document from margin to margin.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading; it never stands alone at the foot of a page.</summary>
    /// <param name="Text">One line or more.</param>
    /// <param name="Level">1, 2 or 3, under the title.</param>
    public sealed record Heading(string Text, int Level = 1) : Block;

    /// <summary>A paragraph. A line feed in it begins a new line.</summary>
    public sealed record Paragraph(PrintedText Text) : Block;

    /// <summary>A list.</summary>
    /// <param name="Texts">The items.</param>
    /// <param name="Numbered">True for 1., 2., 3.; false for dots.</param>
    public sealed record Items(IReadOnlyList<PrintedText> Texts, bool Numbered = false) : Block;

    /// <summary>A table. Cells wrap, rows go on over the end of a page where they must, and its headings come again on every page.</summary>
    /// <param name="Columns">At least one.</param>
    /// <param name="Rows">Each with a text for every column.</param>
    public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<PrintedText>> Rows) : Block;

    /// <summary>Names and what they stand for, a row each.</summary>
    public sealed record Definitions(IReadOnlyList<(string Name, PrintedText Text)> Rows) : Block;

    /// <summary>What follows begins on a new page.</summary>
    public sealed record NextPage : Block;
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">What it is called.</param>
/// <param name="Share">How wide it is compared with the others.</param>
public sealed record Column(string Heading, double Share = 1);

/// <summary>A text in which some words look different. A plain string is one too.</summary>
public sealed record PrintedText(params IReadOnlyList<Run> Runs)
{
    public static implicit operator PrintedText(string text) => new(new Run(text));

    public static implicit operator PrintedText(Run run) => new(run);
}

/// <summary>Words that look alike.</summary>
public sealed record Run(string Text, RunStyle Style = RunStyle.Plain);

/// <summary>What words look like; added and removed ones differ by form as well as by colour.</summary>
[Flags]
public enum RunStyle
{
    Plain = 0,
    Strong = 1,
    Emphasis = 2,

    /// <summary>Underlined: what a redline says was added.</summary>
    Added = 4,

    /// <summary>Struck through: what a redline says was removed.</summary>
    Removed = 8,

    /// <summary>What is beside the point.</summary>
    Quiet = 16,
}
