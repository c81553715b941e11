using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Forms;

/// <summary>All of an activity's details in a form, and back.</summary>
public static class ActivityForm
{
    /// <summary>The fields, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        ActivityFields.Title, ActivityFields.Time, ActivityFields.Description, ActivityFields.Venue, ActivityFields.Areas, ActivityFields.Themes,
        ActivityFields.Responsible, ActivityFields.Participants, ActivityFields.Agenda, ActivityFields.Registration,
    ];

    public static FormValues Write(ActivityDetails details)
    {
        var values = FormValues.Empty
            .With("title", details.Title)
            .With("description", details.Description)
            .With("areas", details.Areas.Select(a => a.Value))
            .With("themes", details.Themes.Select(t => t.Value))
            .With("participants", details.Participants.Select(p => p.Value))
            .With("responsible.role", details.Responsible?.Role ?? LocalText.Empty)
            .With("responsible.partner", details.Responsible?.Partner?.Value)
            .With("responsible.person", details.Responsible?.Person?.ToString())
            .With("venue.name", details.Venue?.Name)
            .With("venue.address", details.Venue?.Address)
            .With("venue.link", details.Venue?.Link)
            .With("venue.premises", details.Venue?.Premises?.Value)
            .With("agenda.start", details.Agenda.Select(r => FormText.Iso(r.Start)))
            .With("agenda.fi", details.Agenda.Select(r => r.Title.Fi ?? ""))
            .With("agenda.sv", details.Agenda.Select(r => r.Title.Sv ?? ""))
            .With("agenda.en", details.Agenda.Select(r => r.Title.En ?? ""));
        return TimeForm.Write(Write(values, details.Registration), details.Time);
    }

    /// <summary>The details, or null when something could not be read; what, is then in the reader.</summary>
    public static ActivityDetails? Read(FormReader form)
    {
        var title = form.Text("title");
        if (title.IsEmpty) form.Refuse(ProblemCodes.TextMissing, ActivityFields.Title);
        var time = TimeForm.Read(form);
        var agenda = Agenda(form);
        var registration = Registration(form);
        if (form.Problems.Count > 0 || time is null) return null;
        return new ActivityDetails(
            title, time, form.Text("description"),
            form.Values.All("areas").Select(v => new AreaId(v)).ToValueList(),
            form.Values.All("themes").Select(v => new ThemeId(v)).ToValueList(),
            Responsible(form),
            form.Values.All("participants").Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Select(v => new PartnerId(v)).ToValueList(),
            Venue(form), agenda, registration);
    }

    private static FormValues Write(FormValues values, Registration? registration) => registration is null
        ? values.With("registration.kind", "none")
        : registration.Deadline switch
        {
            RegistrationDeadline.On on => values.With("registration.kind", "on").With("registration.date", FormText.Iso(on.Date)),
            RegistrationDeadline.Before before => values.With("registration.kind", "before").With("registration.days", before.Days.ToString(CultureInfo.InvariantCulture)),
            _ => values.With("registration.kind", "open"),
        } is var written ? written.With("registration.link", registration.Link) : values;

    private static Registration? Registration(FormReader form)
    {
        string? link = form.Optional("registration.link");
        switch (form.Values["registration.kind"])
        {
            case "on":
                return form.Date("registration.date", ActivityFields.Registration) is { } date ? new Registration(link, new RegistrationDeadline.On(date)) : null;
            case "before":
                return form.Number("registration.days", ActivityFields.Registration) is { } days ? new Registration(link, new RegistrationDeadline.Before(days)) : null;
            case "open":
                return new Registration(link);
            default:
                return null;
        }
    }

    private static Responsible? Responsible(FormReader form)
    {
        var role = form.Text("responsible.role");
        PartnerId? partner = form.Optional("responsible.partner") is { } id ? new PartnerId(id) : null;
        MemberId? person = Guid.TryParse(form.Optional("responsible.person"), out var member) ? new MemberId(member) : null;
        return role.IsEmpty && partner is null && person is null ? null : new Responsible(role, partner, person);
    }

    private static Venue? Venue(FormReader form)
    {
        var venue = new Venue(form.Optional("venue.name"), form.Optional("venue.address"), form.Optional("venue.link"),
            form.Optional("venue.premises") is { } premises ? new PremisesId(premises) : null);
        return venue == new Venue() ? null : venue;
    }

    private static ValueList<AgendaRow> Agenda(FormReader form)
    {
        var starts = form.Values.All("agenda.start");
        var rows = new List<AgendaRow>();
        for (int i = 0; i < starts.Count; i++)
        {
            var title = new LocalText(At("agenda.fi", i), At("agenda.sv", i), At("agenda.en", i));
            if (string.IsNullOrWhiteSpace(starts[i]) && title.IsEmpty) continue;
            if (title.IsEmpty) form.Refuse(FormProblems.AgendaRowWithoutTitle, ActivityFields.Agenda, starts[i]);
            else if (form.Clock(starts[i], ActivityFields.Agenda) is { } start) rows.Add(new AgendaRow(start, title));
        }
        return rows.OrderBy(r => r.Start).ToValueList();

        string? At(string name, int i) => form.Values.All(name) is var all && i < all.Count ? all[i] : null;
    }
}
