using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>From views to what the API shows.</summary>
public sealed class ResourceMaker(IMemberNames names)
{
    public static PartnershipResource Of(PartnershipView view) => new(
        view.Id, view.State.Name, view.State.Areas.Values, view.State.Themes.Values, view.State.Partners.Values.Select(p => p with { Contacts = [] }), view.State.WorkingGroups.Values,
        view.Years.Select(y => new YearResource(y.Year, y.State.Phase, y.State.Emphasis, y.State.RolledForwardFrom, y.State.Version)), view.State.Version);

    /// <param name="view">The activity.</param>
    /// <param name="toMember">Members are told who did it, the public is not.</param>
    public ActivityResource Of(ActivityView view, bool toMember)
    {
        var (state, details) = (view.State, view.Details);
        bool cancelled = state.Status == ActivityStatus.Cancelled && !state.CancellationReason.IsEmpty;
        return new ActivityResource(
            state.Id, state.Cycle.Partnership, state.Cycle.Year, details.Title, details.Time, details.Description, details.Areas, details.Themes,
            toMember || details.Responsible is null ? details.Responsible : details.Responsible with { Person = null },
            details.Participants, details.Venue, details.Agenda, details.Registration, state.Status, cancelled ? state.CancellationReason : null,
            state.Attendance, state.Version, Of(view.Planned, toMember), Of(view.LastChange, toMember));
    }

    public ChangeResource Of(ActivityChange change)
    {
        var stored = EventSerializer.Serialize(change.Event, change.Stamp, Guid.Empty);
        return new ChangeResource(change.Version, stored.Type, JsonSerializer.Deserialize<JsonElement>(stored.Data.Span), Of(change.Stamp, toMember: true));
    }

    /// <param name="stamp">Who, for whom, when.</param>
    /// <param name="toMember">Members are told who it was, the public is not.</param>
    public StampResource Of(Stamp stamp, bool toMember) => new(
        toMember ? stamp.By.Value : null, toMember ? names.NameOf(stamp.By, LanguageSetup.Current) : null, stamp.For?.Value, stamp.At.ToString());
}
