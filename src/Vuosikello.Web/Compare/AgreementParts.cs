using System.Globalization;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Compare;

/// <summary>What an agreement says, in parts that can be laid side by side.</summary>
public sealed class AgreementParts(Texts texts, AgreementWords words)
{
    private static string Language => LanguageSetup.Current;

    public IReadOnlyList<ComparedPart> Of(AgreementContent content, Partnership partnership) =>
    [
        new("title", "", texts.Past["PartTitle"], content.Title),
        Fact("parties", "Parties", string.Join("\n", content.Parties.Select(party => partnership.NameOf(party).In(Language)))),
        Fact("term", "Term", words.Of(content.Term)),
        Fact("notice", "Notice", words.Of(content.Notice)),
        .. content.Clauses.Select((clause, i) => new ComparedPart(clause.Id.ToString(), (i + 1).ToString(CultureInfo.InvariantCulture), clause.Title.In(Language), clause.Text)),
        .. content.Rules.Count > 0 ? [Fact("rules", "Rules", words.Of(content.Rules, partnership))] : Array.Empty<ComparedPart>(),
        .. content.Commitments.Select(commitment => new ComparedPart(
            commitment.Id.ToString(), "", texts.Past["PartCommitment", partnership.NameOf(commitment.By).In(Language)],
            ComparedYears.Here($"{commitment.What.In(Language)}\n{words.Of(commitment.Due)}"))),
        .. content.Attachments.Select((a, i) => new ComparedPart(
            $"attachment {i} {a.Link}", "", texts.Past["PartAttachment"], ComparedYears.Here($"{a.Title.In(Language)}\n{a.Link}\nSHA-256 {a.Sha256}"))),
    ];

    private ComparedPart Fact(string key, string heading, string value) => new(key, "", texts.Agreement[heading], ComparedYears.Here(value));
}
