using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Import;

/// <summary>From the rows of a file to the words of the domain.</summary>
internal static class Rows
{
    public static Partner Partner(PartnerRow row) => new(new PartnerId(row.Id), row.Kind, row.Name, Areas(row.Areas), Themes(row.Themes));

    public static WorkingGroup WorkingGroup(WorkingGroupRow row) =>
        new(new WorkingGroupId(row.Id), row.Name, row.Theme is null ? null : new ThemeId(row.Theme), Partners(row.Partners));

    /// <exception cref="FormatException">A time is not written as times are.</exception>
    public static ActivityDetails Details(ActivityRow row) => new(
        row.Title,
        Times.Read(row.When, row.Repeats, row.Except),
        row.Description ?? LocalText.Empty,
        Areas(row.Areas),
        Themes(row.Themes),
        row.Responsible is { } responsible ? new Responsible(responsible.Role, responsible.Partner is null ? null : new PartnerId(responsible.Partner)) : null,
        Partners(row.Participants),
        row.Place is { } place ? new Venue(place.Name, place.Address, place.Link) : null,
        (row.Agenda ?? []).Select(item => new AgendaRow(Times.ReadClock(item.At), item.Title)).ToValueList(),
        row.Registration is { } registration
            ? new Registration(registration.Link, registration.Deadline is null ? null : Times.ReadDeadline(registration.Deadline))
            : null);

    public static Attendance? Attendance(AttendanceRow? row) => row is null ? null : new Attendance(row.Participants, row.Volunteers);

    private static ValueList<AreaId> Areas(IReadOnlyList<string>? ids) => (ids ?? []).Select(id => new AreaId(id)).ToValueList();
    private static ValueList<ThemeId> Themes(IReadOnlyList<string>? ids) => (ids ?? []).Select(id => new ThemeId(id)).ToValueList();
    private static ValueList<PartnerId> Partners(IReadOnlyList<string>? ids) => (ids ?? []).Select(id => new PartnerId(id)).ToValueList();
}
