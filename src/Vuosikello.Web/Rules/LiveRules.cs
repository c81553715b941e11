using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rules;

/// <summary>The draft of the working rules is live for members: <c>rules/kuuma-seutu</c>. What is edited on it is a clause.</summary>
public sealed class LiveRules(IPartnershipViews partnerships, IRulesViews rules, FragmentRenderer renderer, LiveWords words) : ILivePages
{
    public string Kind => "rules";

    public static string KeyOf(PartnershipId partnership) => $"rules/{partnership}";

    public ILivePage? Find(string rest) => Slug.IsValid(rest) ? new LiveRulesDraft(new PartnershipId(rest), this) : null;

    internal LiveWords Words => words;

    internal WorkingRules? Of(PartnershipId partnership) => rules.Find(partnership)?.State;

    internal async ValueTask<IReadOnlyList<Fragment>?> Render(PartnershipId partnership, ReaderCircle circle) =>
        partnerships.Find(partnership) is { } found && Of(partnership) is { } shown
            ? await renderer.Render(fragments => fragments.Renew<RulesDraft>("rules-draft", new { Rules = shown, Partnership = found, circle.Sight }), RulesAddresses.Draft(partnership))
            : null;

    internal Stamp? LastChange(PartnershipId partnership) => rules.Find(partnership)?.LastChange;
}

/// <summary>One partnership's draft. It is the same for all members who see the same rounds: which of its links are of use to whom is the style sheet's.</summary>
internal sealed class LiveRulesDraft(PartnershipId partnership, LiveRules pages)
    : LiveDocument(LiveRules.KeyOf(partnership), partnership, Streams.OfRules(partnership), pages.Words)
{
    public override View View => View.RulesDraft;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => reader.IsMember && pages.Of(Partnership) is not null ? new(true) { Sight = reader.Sight } : null;

    public override ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) => pages.Render(Partnership, circle);

    public override IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) =>
        [Words.Changed(WorkingRules.Name, pages.LastChange(Partnership))];

    // Whoever may propose a change of a clause writes its form.
    public override bool MayEdit(string item, Standing standing) => LastTouch(item) is not null && Rights.Check(typeof(ProposeChange), standing) is null;

    protected override ItemTouch? LastTouch(string item)
    {
        if (pages.Of(Partnership) is not { } rules || !Guid.TryParseExact(item, "D", out var id)) return null;
        if (rules.FindRemoved(new ClauseId(id)) is { } removed && rules.Find(new ClauseId(id)) is null) return new(removed.By.Version, removed.By.Stamp, Gone: true);
        if (rules.Find(new ClauseId(id)) is not { } clause) return null;
        var last = new[] { clause.Titled, clause.Worded, clause.Placed }.MaxBy(touch => touch.Version);
        return new(last.Version, last.Stamp);
    }
}
