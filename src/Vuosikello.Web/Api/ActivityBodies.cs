using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Api;

/// <summary>A new activity. What is left out is empty.</summary>
/// <param name="Id">Chosen by the client, or by the server when it is left out.</param>
public sealed record PlanBody(
    LocalText Title,
    ActivityTime Time,
    Guid? Id = null,
    LocalText? Description = null,
    ValueList<AreaId>? Areas = null,
    ValueList<ThemeId>? Themes = null,
    Responsible? Responsible = null,
    ValueList<PartnerId>? Participants = null,
    Venue? Venue = null,
    ValueList<AgendaRow>? Agenda = null,
    Registration? Registration = null)
{
    public ActivityDetails Details => new(
        Title, Time, Description ?? LocalText.Empty, Areas ?? [], Themes ?? [], Responsible, Participants ?? [], Venue, Agenda ?? [], Registration);
}

/// <summary>
/// The changed fields of an activity, as a JSON merge patch (RFC 7396) of whole fields: what is left out stays as it is, null
/// empties a field that may be empty.
/// </summary>
public sealed record EditBody(
    LocalText? Title = null,
    ActivityTime? Time = null,
    LocalText? Description = null,
    ValueList<AreaId>? Areas = null,
    ValueList<ThemeId>? Themes = null,
    Responsible? Responsible = null,
    ValueList<PartnerId>? Participants = null,
    Venue? Venue = null,
    ValueList<AgendaRow>? Agenda = null,
    Registration? Registration = null);

/// <param name="Reason">Shown to readers; may be left out.</param>
public sealed record CancelBody(LocalText? Reason = null);

/// <param name="Participants">Present, 0 or more; left out when nobody counted.</param>
/// <param name="Volunteers">How many of those came as volunteers.</param>
public sealed record HoldBody(int? Participants = null, int? Volunteers = null);
