using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Printing;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Agreements;

/// <summary>An agreement on paper, in the reader's language: what is agreed, and at its end who approved and signed it.</summary>
public sealed class AgreementPrint(Texts texts, AgreementWords words, IMemberNames names, SeenAgreements agreements)
{
    private static string Language => LanguageSetup.Current;

    /// <param name="context">Which agreement, for whom: who signed is told to members alone.</param>
    /// <param name="content">What is agreed.</param>
    /// <param name="version">The version that it is the text of; null for a draft.</param>
    /// <param name="now">When it is printed.</param>
    public PrintedDocument Of(AgreementContext context, AgreementContent content, AgreementVersion? version, Instant now) => new(
        content.Title.In(Language), Language, context.Partnership.State.Name.In(Language), now,
        [
            new Block.Definitions(Facts(context, content, version)),
            .. content.Clauses.Index().SelectMany(c => Clause(c.Index + 1, c.Item)),
            .. Commitments(context, content, version),
            .. Attachments(content),
            .. Signatures(context, version),
        ]);

    private List<(string, PrintedText)> Facts(AgreementContext context, AgreementContent content, AgreementVersion? version)
    {
        var facts = new List<(string, PrintedText)>
        {
            (texts.Agreement["Field.kind"], texts.Agreement[$"Kind.{content.Kind}"].Value),
            (texts.Agreement["VersionName"], version is null ? texts.Agreement["State.Draft"].Value : string.Create(CultureInfo.InvariantCulture, $"{version.Number} ({State(version, context)})")),
            (texts.Agreement["Parties"], string.Join("\n", content.Parties.Select(p => Name(p, context, version)))),
            (texts.Agreement["Term"], words.Of(content.Term)),
            (texts.Agreement["Notice"], words.Of(content.Notice)),
        };
        if (content.AmendedFrom is { } from) facts.Add((texts.Agreement["AmendedFrom"], TimeInWords.Date(from, Language)));
        if (FrameworkOf(context, content) is { } framework) facts.Add((texts.Agreement["Under"], AgreementCard.ContentOf(framework).Title.In(Language)));
        if (content.Rules.Count > 0) facts.Add((texts.Agreement["Rules"], string.Join("\n", content.Rules.Select(words.Of))));
        return facts;
    }

    private Agreement? FrameworkOf(AgreementContext context, AgreementContent content) =>
        content.Under is { } id ? agreements.Find(id, context.Sight)?.State : null;

    private string State(AgreementVersion version, AgreementContext context) => texts.Agreement[$"State.{AgreementLooks.Of(version, context.Agreement)}"].Value.ToLower(CultureInfo.CurrentCulture);

    private static IEnumerable<Block> Clause(int number, AgreementClause clause) =>
    [
        new Block.Heading(string.Create(CultureInfo.InvariantCulture, $"{number} § {clause.Title.In(Language)}").TrimEnd(), 2),
        new Block.Paragraph(clause.Text.In(Language)),
    ];

    private IEnumerable<Block> Commitments(AgreementContext context, AgreementContent content, AgreementVersion? version) => content.Commitments.Count == 0 ? [] :
    [
        new Block.Heading(texts.Agreement["Commitments"]),
        new Block.Table(
            [new(texts.Agreement["CommitmentBy"], 2), new(texts.Agreement["CommitmentWhat"], 4), new(texts.Agreement["CommitmentDue"], 1.6)],
            [.. content.Commitments.Select(c => (PrintedText[])[Name(c.By, context, version), c.What.In(Language), words.Of(c.Due)])]),
    ];

    private IEnumerable<Block> Attachments(AgreementContent content) => content.Attachments.Count == 0 ? [] :
    [
        new Block.Heading(texts.Agreement["Attachments"]),
        new Block.Items([.. content.Attachments.Select(a => new PrintedText(new Run(a.Title.In(Language)), new Run($"\n{a.Link}\nSHA-256 {a.Sha256}", RunStyle.Quiet)))]),
    ];

    private IEnumerable<Block> Signatures(AgreementContext context, AgreementVersion? version) => version is null || !context.IsMember ? [] :
    [
        new Block.Heading(texts.Agreement["Signatures", version.Number]),
        new Block.Table(
            [new(texts.Agreement["Party"], 1.4), new(texts.Agreement["ApprovalOf"], 1.6), new(texts.Agreement["SignatureOf"], 1.6)],
            [.. version.Consenting.Select(p => (PrintedText[])[new Run(Name(p, context, version), RunStyle.Strong), Approved(p, version), Signed(p, version)])]),
        new Block.Paragraph(new PrintedText(new Run(texts.Agreement["SignedHash"] + "\n", RunStyle.Quiet), new Run(version.Hash))),
    ];

    private string Approved(PartnerId party, AgreementVersion version) => version.Refusal is { } refusal && refusal.Party == party
        ? $"{texts.Agreement["HasRefused", TimeInWords.At(refusal.Stamp.At, Language)]}\n{refusal.Reason.In(Language)}"
        : version.Approvals.FirstOrDefault(a => a.Party == party) is { } approval
            ? $"{approval.Body.In(Language)}, {TimeInWords.Date(approval.MetOn, Language)}{(approval.Section.Length > 0 ? $", {approval.Section}" : "")}"
            : texts.Agreement["ApprovalWaits"];

    private string Signed(PartnerId party, AgreementVersion version) => version.Signatures.FirstOrDefault(s => s.Party == party) is { } signature
        ? $"{names.NameOf(signature.Stamp.By, Language) ?? texts.Layout["SomebodyUnknown"]}\n{TimeInWords.At(signature.Stamp.At, Language)}"
        : texts.Agreement["SignatureWaits"];

    private static string Name(PartnerId party, AgreementContext context, AgreementVersion? version) =>
        AgreementWords.Name(party, version, context.Partnership.State).In(Language);
}
