using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Compare;

/// <summary>
/// Working rules and agreements, clause by clause. At a moment it is the text that was in force then; for members, where there was
/// none yet, the draft; of an agreement for those who see it. The public sees what is or was in force.
/// </summary>
public sealed class ComparedDocuments(IPartnershipViews partnerships, IRulesViews rules, SeenAgreements agreements, IAsItWas past, AgreementParts parts, SideWords words)
{
    private static string Language => LanguageSetup.Current;

    /// <summary>A partnership's rules; null when there is nothing of them that the reader may see.</summary>
    public Comparable? Rules(PartnershipId partnership, bool isMember)
    {
        if (partnerships.Find(partnership) is not { } found || rules.Find(partnership) is not { } view) return null;
        if (!isMember && view.State.InForce is null) return null;
        string[] versions = [.. view.State.Adopted.Reverse().Select(adopted => adopted.Version.ToString())];
        return new(found, WorkingRules.Name.In(Language), $"/{partnership}/rules", versions, NameNow(view.State, isMember), (side, ct) => At(view.State, side, isMember, ct));
    }

    /// <summary>An agreement; null when there is nothing of it that the reader may see.</summary>
    public Comparable? Agreement(AgreementId id, Sight sight)
    {
        if (partnerships.Find(id.Partnership) is not { } found || agreements.Find(id, sight) is not { } view) return null;
        bool seesDraft = sight.Sees(view.State);
        var shown = view.State.Versions.Where(version => seesDraft || version.InForceFrom is not null).ToList();
        string[] versions = [.. Enumerable.Reverse(shown).Select(version => Number(version.Number))];
        return new(found, (shown.LastOrDefault()?.Content ?? view.State.Draft).Title.In(Language), $"/{id.Partnership}/agreements/{id.Slug}", versions, NameNow(view.State, seesDraft),
            (side, ct) => At(found, view.State, side, seesDraft, ct));
    }

    private async ValueTask<ComparedText> At(WorkingRules now, Side side, bool isMember, CancellationToken ct)
    {
        if (side.Version is { } version)
        {
            var adopted = now.Adopted.First(a => a.Version.ToString() == version);
            return new(words.Version(version, adopted.By.At), Parts(adopted.Text));
        }
        if (side.Moment is not { } moment) return new(NameNow(now, isMember), Parts(isMember ? now.Draft : now.InForce!.Text));
        var then = (await past.Of<WorkingRules>(Streams.OfRules(now.Partnership), moment.Instant, ct))?.State;
        var text = then?.InForce?.Text ?? (isMember ? then?.Draft : null);
        return new(words.Moment(moment, then?.InForce?.Version.ToString(), there: text is not null), text is null ? [] : Parts(text));
    }

    private async ValueTask<ComparedText> At(PartnershipView partnership, Agreement now, Side side, bool seesDraft, CancellationToken ct)
    {
        if (side.Version is { } version)
        {
            var frozen = now.Versions.First(v => Number(v.Number) == version);
            return new(words.Version(version, frozen.Offered.At), parts.Of(frozen.Content, partnership.State));
        }
        if (side.Moment is not { } moment) return new(NameNow(now, seesDraft), parts.Of(StandsNow(now, seesDraft)?.Content ?? now.Draft, partnership.State));
        var then = (await past.Of<Agreement>(Streams.Of(now.Id), moment.Instant, ct))?.State;
        var standing = then?.Current ?? (seesDraft ? then?.Open : null);
        var content = standing?.Content ?? (seesDraft ? then?.Draft : null);
        return new(words.Moment(moment, standing is null ? null : Number(standing.Number), there: content is not null), content is null ? [] : parts.Of(content, partnership.State));
    }

    private string NameNow(WorkingRules now, bool isMember) => isMember ? words.Draft : words.InForceNow(now.InForce!.Version);

    private string NameNow(Agreement now, bool seesDraft) => StandsNow(now, seesDraft) is { } version ? words.VersionNow(version, now) : words.Draft;

    /// <summary>The version that an agreement now is to a reader; null where it is a draft.</summary>
    private static AgreementVersion? StandsNow(Agreement now, bool seesDraft) =>
        !seesDraft ? now.Current
        : now.Stage is AgreementStage.Draft or AgreementStage.InCommentRound ? null
        : now.Open ?? now.Current;

    private static ComparedPart[] Parts(RulesText text) =>
        [.. text.Numbered().Select(n => new ComparedPart(n.Clause.Id.ToString(), n.Number, n.Clause.Title.IsEmpty ? n.Heading.Title.In(Language) : n.Clause.Title.In(Language), n.Clause.Text))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
