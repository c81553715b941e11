using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Printing;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Rounds;

/// <summary>The summary of a round as it goes to paper, in the reader's language.</summary>
public sealed class PrintedSummary(Texts texts, RoundWords words, RemarkedClauses clauses, IMemberNames names)
{
    private static string Language => LanguageSetup.Current;

    public PrintedDocument Of(RoundContext context, Instant at)
    {
        var (round, summary) = (context.Round, RoundSummary.Of(context.Round));
        return new PrintedDocument(
            texts.Round["SummaryOf", round.Plan.Title.In(Language)], Language, context.Partnership.State.Name.In(Language), at,
            [
                .. round.Plan.Introduction.IsEmpty ? [] : new Block[] { new Block.Paragraph(round.Plan.Introduction.In(Language)) },
                new Block.Definitions(
                [
                    (texts.Round["Opened"].Value, RoundWords.At(round.OpenedAt ?? round.Plan.Opens)),
                    (texts.Round["Closed"].Value, RoundWords.At(round.Plan.Closes)),
                    (texts.Round["Stated"].Value, Names(context, summary.Stated)),
                    (texts.Round["StatedLate"].Value, Names(context, summary.Late)),
                    (texts.Round["Silent"].Value, Names(context, summary.Silent)),
                ]),
                .. summary.General.Count == 0 ? [] : new Block[] { new Block.Heading(texts.Round["GeneralRemarks"]) },
                .. summary.General.SelectMany(remark => Of(context, remark)),
                .. summary.Documents.SelectMany(document => Of(context, document)),
            ]);
    }

    private IEnumerable<Block> Of(RoundContext context, DocumentSummary document) =>
    [
        new Block.Heading(words.Of(document.Document).In(Language)),
        new Block.Paragraph(new PrintedText(new Run(words.VersionOf(document.Document), RunStyle.Quiet))),
        new Block.Table(
            [new(texts.Round["Clause"], 4), .. Enum.GetValues<Stance>().Select(s => new Column(texts.Round[$"StanceShort.{s}"]))],
            [.. document.Clauses.Select(Row)]),
        .. document.Clauses.Where(c => c.Remarks.Count > 0).SelectMany(clause => (IEnumerable<Block>)
        [
            new Block.Heading(words.Of(clause.Clause), 2),
            .. clause.Clause.Text.IsEmpty ? [] : new Block[] { new Block.Paragraph(new PrintedText(new Run(clause.Clause.Text.In(Language), RunStyle.Quiet))) },
            .. clause.Remarks.SelectMany(remark => Of(context, remark)),
        ]),
    ];

    private IReadOnlyList<PrintedText> Row(ClauseSummary clause) =>
        [words.Of(clause.Clause), .. Enum.GetValues<Stance>().Select(s => (PrintedText)clause.Counts[s].ToString(CultureInfo.InvariantCulture))];

    private IEnumerable<Block> Of(RoundContext context, Remark remark)
    {
        string who = context.Partnership.State.NameOf(remark.Partner).In(Language);
        string said = remark.Stance is { } stance ? $"{who} ({words.Of(stance)}): " : $"{who}: ";
        yield return new Block.Paragraph(new PrintedText(new Run(said, RunStyle.Strong), new Run(remark.Text.In(Language))));
        if (remark.Answers is null)
        {
            yield return new Block.Paragraph(new PrintedText(new Run(texts.Round["NotAnswered"], RunStyle.Emphasis)));
        }
        else
        {
            var answer = remark.Answers.Latest;
            yield return new Block.Paragraph(new PrintedText(
                new Run($"{texts.Round["AnswerWord"].Value}: {words.Of(answer.Kind)}. ", RunStyle.Emphasis), new Run(answer.Reason.In(Language))));
        }
        foreach (var (change, _) in clauses.ChangesOf(context.Round, remark))
            yield return new Block.Paragraph(new PrintedText(new Run(
                texts.Round["LedToChange", RoundWords.At(change.Stamp.At), texts.Who(change.Stamp, names, context.Partnership.State)], RunStyle.Quiet)));
    }

    private string Names(RoundContext context, ValueList<PartnerId> partners) =>
        partners.Count == 0 ? texts.Round["Nobody"] : string.Join(", ", partners.Select(p => context.Partnership.State.NameOf(p).In(Language)));
}
