using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Web.Api;

/// <summary>A partnership with all that its members plan with.</summary>
public sealed record PartnershipResource(
    PartnershipId Id, LocalText Name, IEnumerable<Area> Areas, IEnumerable<Theme> Themes, IEnumerable<Partner> Partners,
    IEnumerable<WorkingGroup> WorkingGroups, IEnumerable<YearResource> Years, long Version);

public sealed record YearResource(int Year, CyclePhase Phase, LocalText Emphasis, int? RolledForwardFrom, long Version);

/// <summary>A year's board, filtered as asked.</summary>
/// <param name="Position">Of the last event that changed the year.</param>
public sealed record BoardResource(PartnershipId Partnership, int Year, long Position, IEnumerable<ActivityResource> Activities);

/// <summary>An activity as it stands.</summary>
/// <param name="CancellationReason">Only of a cancelled one.</param>
/// <param name="Attendance">Only of one that was held and counted.</param>
/// <param name="Version">Also as the <c>ETag</c>: what an edit is based on.</param>
public sealed record ActivityResource(
    ActivityId Id, PartnershipId Partnership, int Year, LocalText Title, ActivityTime Time, LocalText Description, ValueList<AreaId> Areas,
    ValueList<ThemeId> Themes, Responsible? Responsible, ValueList<PartnerId> Participants, Venue? Venue, ValueList<AgendaRow> Agenda,
    Registration? Registration, ActivityStatus Status, LocalText? CancellationReason, Attendance? Attendance, long Version,
    StampResource Planned, StampResource LastChange);

/// <summary>Who, for whom and when. Who is told to the partnership's members only.</summary>
/// <param name="By">The member's id.</param>
/// <param name="Name">What the member is called.</param>
/// <param name="For">The partner for which the member acted; left out for the partnership itself.</param>
/// <param name="At">UTC, ISO 8601.</param>
public sealed record StampResource(Guid? By, string? Name, string? For, string At);

/// <summary>One change in an activity's history.</summary>
/// <param name="Type">The event's stored name, such as <c>activity-rescheduled.v1</c>.</param>
/// <param name="Event">What it says; see the event catalogue.</param>
public sealed record ChangeResource(long Version, string Type, JsonElement Event, StampResource Stamp);
