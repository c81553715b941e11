using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Reviews;

/// <summary>A version of a document, or a clause in one, that a remark can be tied to.</summary>
/// <param name="Name">Such as <c>versio 2026.2, kohta 2.3 Avaimet</c>, in the reader's language.</param>
public sealed record SubjectChoice(RemarkSubject Subject, string Name);

/// <summary>A document with all that a remark on it can be tied to.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Address">Its page.</param>
public sealed record ReviewDocument(string Name, string Address, IReadOnlyList<SubjectChoice> Choices);

/// <summary>The versions of a partnership's rules and agreements.</summary>
public sealed class ReviewDocuments(IRulesViews rules, SeenAgreements agreements, Texts texts)
{
    private static string Language => LanguageSetup.Current;

    /// <summary>All documents that have a version, the rules first.</summary>
    /// <param name="sight">Who does not see a draft is told of versions that are or were in force.</param>
    public IReadOnlyList<ReviewDocument> Of(PartnershipId partnership, Sight sight) => [.. Rules(partnership), .. Agreements(partnership, sight)];

    private IEnumerable<ReviewDocument> Rules(PartnershipId partnership)
    {
        if (rules.Find(partnership) is not { State: { Adopted.Count: > 0 } state }) yield break;
        var choices = new List<SubjectChoice>();
        foreach (var adopted in state.Adopted.Reverse())
        {
            var version = new RemarkSubject(SubjectKind.WorkingRules, partnership.Value, Version: adopted.Version.ToString());
            choices.Add(Whole(version));
            choices.AddRange(adopted.Text.Numbered().Select(n => Part(version, n.Clause.Id, n.Number, n.Clause.Title.IsEmpty ? n.Heading.Title : n.Clause.Title)));
        }
        yield return new(Domain.Rules.WorkingRules.Name.In(Language), $"/{partnership}/rules", choices);
    }

    private IEnumerable<ReviewDocument> Agreements(PartnershipId partnership, Sight sight)
    {
        foreach (var view in agreements.Of(partnership, sight))
        {
            var versions = view.State.Versions.Where(version => sight.Sees(view.State) || version.InForceFrom is not null).Reverse().ToList();
            if (versions.Count == 0) continue;
            var choices = new List<SubjectChoice>();
            foreach (var frozen in versions)
            {
                var version = new RemarkSubject(SubjectKind.Agreement, view.State.Id.ToString(), Version: frozen.Number.ToString(CultureInfo.InvariantCulture));
                choices.Add(Whole(version));
                foreach (var (index, clause) in frozen.Content.Clauses.Index())
                    choices.Add(Part(version, clause.Id, (index + 1).ToString(CultureInfo.InvariantCulture), clause.Title));
            }
            yield return new(versions[0].Content.Title.In(Language), $"/{partnership}/agreements/{view.State.Id.Slug}", choices);
        }
    }

    private SubjectChoice Whole(RemarkSubject version) => new(version, texts.Review["Version", version.Version!]);

    private SubjectChoice Part(RemarkSubject version, ClauseId clause, string number, LocalText title) =>
        new(version with { Clause = clause }, texts.Review["Clause", version.Version!, number, title.In(Language)].Value.TrimEnd());
}
