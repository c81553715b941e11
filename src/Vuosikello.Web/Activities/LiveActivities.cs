using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Board;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Activities;

/// <summary>Activities' pages are live: <c>activity/kuuma-seutu/2026/</c> and the activity's id, which is also the one thing on it that is edited.</summary>
public sealed class LiveActivities(
    IBoardViews boards, IPartnershipViews partnerships, IActivityHistory history, FragmentRenderer renderer, ActivityNews news) : ILivePages
{
    public string Kind => "activity";

    public static string KeyOf(ActivityView activity) => KeyOf(activity.State.Cycle, activity.Id);

    internal static string KeyOf(CycleId cycle, ActivityId activity) => FormattableString.Invariant($"activity/{cycle.Partnership}/{cycle.Year}/{activity}");

    public ILivePage? Find(string rest) =>
        rest.Split('/') is [var partnership, var year, var id] && LiveBoards.CycleOf(partnership, year) is { } cycle && Guid.TryParseExact(id, "D", out var activity)
            ? new LiveActivity(cycle, new ActivityId(activity), this) : null;

    internal ActivityView? Shown(CycleId cycle, ActivityId activity) =>
        boards.FindActivity(activity) is { } found && found.State.Cycle == cycle ? found : null;

    internal ActivityNews News => news;

    internal async ValueTask<IReadOnlyList<Fragment>?> Render(CycleId cycle, ActivityId activity, ReaderCircle circle, CancellationToken ct)
    {
        if (Shown(cycle, activity) is not { } shown || partnerships.Find(cycle.Partnership) is not { } partnership) return null;
        if (partnership.Years.FirstOrDefault(y => y.Year == cycle.Year) is not { } year) return null;
        var context = new ActivityContext(partnership, year, shown, circle.Standing, circle.IsMember);
        var changes = circle.IsMember ? await history.IfThere(activity, ct) : [];
        return await renderer.Render(async fragments =>
        {
            await fragments.Add<ActivityFacts>("activity-facts", "activity-shown", new { Activity = shown, Partnership = partnership.State });
            await fragments.Add<ActivityActions>("activity-actions", "activity-side", new { Context = context });
            await fragments.Add<ActivityCommitments>("activity-commitments", "activity-side", new { Activity = shown, Partnership = partnership.State });
            if (circle.IsMember) await fragments.Add<ActivityHistoryList>("activity-history", "activity-side", new { Context = context, History = changes });
        });
    }
}

/// <summary>One activity's page.</summary>
internal sealed class LiveActivity(CycleId cycle, ActivityId activity, LiveActivities pages) : ILivePage
{
    public string Key { get; } = LiveActivities.KeyOf(cycle, activity);
    public View View => View.Activity;
    public PartnershipId Partnership => cycle.Partnership;

    // The year's board shows who edits what of it.
    public IReadOnlyList<string> Places { get; } = [LiveActivities.KeyOf(cycle, activity), LiveBoards.PlaceOf(cycle)];

    // Beside the activity itself its year, which may be closed, the names of areas and partners, and what agreements ask for.
    public bool Concerns(in ViewChange change) => change.Activity is { } changed
        ? changed == activity
        : change.Year is { } year ? year == cycle.Year : Streams.IsOf(change.Stream, out PartnershipId _) || Streams.IsOf(change.Stream, out AgreementId _);

    public ReaderCircle? CircleOf(ReaderCircle reader) => reader with { Sight = Sight.None };

    public ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) => pages.Render(cycle, activity, circle, ct);

    public IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) => pages.News.Of(changes, circle.IsMember);

    public bool MayEdit(string item, Standing standing) => IsIt(item) && pages.Shown(cycle, activity) is { } shown && Rights.Check(typeof(EditActivity), standing, shown.State) is null;

    public EditorNews? NewsOf(string item) => IsIt(item) ? pages.News.ToEditors(activity) : null;

    private bool IsIt(string item) => item == activity.ToString();
}
