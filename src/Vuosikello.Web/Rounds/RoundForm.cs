using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Rounds;

/// <summary>A round's plan as a form has it. Moments are typed as date and time of day in Helsinki.</summary>
public static class RoundForm
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    public static FormValues Write(RoundPlan plan) => Write(FormValues.Empty
        .With("title", plan.Title).With("introduction", plan.Introduction)
        .With("rules", plan.Subject.Rules ? "yes" : null)
        .With("agreements", plan.Subject.Agreements.Select(a => a.Slug))
        .With("year", plan.Subject.Year?.ToString(CultureInfo.InvariantCulture))
        .With("invited", plan.Invited.Select(p => p.Value))
        .With("remindBefore", string.Join(", ", plan.RemindBefore)), plan.Opens, plan.Closes);

    /// <summary>What an empty form proposes: eight weeks from the next morning, two reminders; whom to ask is chosen, never guessed.</summary>
    public static FormValues Proposal(Instant now)
    {
        var tomorrow = now.InZone(Helsinki).Date.PlusDays(1);
        return Write(FormValues.Empty.With("remindBefore", "14, 3"),
            InHelsinki(tomorrow.At(new LocalTime(8, 0))), InHelsinki(tomorrow.PlusWeeks(8).At(new LocalTime(16, 0))));
    }

    /// <returns>Null when something could not be read; the reader has the reasons.</returns>
    public static RoundPlan? Read(FormReader reader, PartnershipId partnership)
    {
        var values = reader.Values;
        int? year = string.IsNullOrWhiteSpace(values["year"]) ? null : reader.Number("year", "subject");
        var opens = Moment(reader, "opens");
        var closes = Moment(reader, "closes");
        var reminders = Reminders(reader);
        if (reader.Problems.Count > 0 || opens is null || closes is null) return null;
        return new RoundPlan(
            reader.Text("title"), reader.Text("introduction"),
            new RoundSubject(values["rules"] == "yes", values.All("agreements").Where(Slug.IsValid).Select(a => new AgreementId(partnership, a)).ToValueList(), year),
            values.All("invited").Where(Slug.IsValid).Select(p => new PartnerId(p)).ToValueList(), opens.Value, closes.Value, reminders);
    }

    /// <summary>A moment typed as <c>name.date</c> and <c>name.time</c>; of an hour that comes twice the first, of one that is skipped the moment after.</summary>
    public static Instant? Moment(FormReader reader, string name)
    {
        var date = reader.Date($"{name}.date", name);
        var time = reader.Clock(reader.Values[$"{name}.time"], name);
        return date is { } d && time is { } t ? InHelsinki(d.At(t)) : null;
    }

    public static FormValues Write(FormValues values, string name, Instant moment)
    {
        var local = moment.InZone(Helsinki).LocalDateTime;
        return values.With($"{name}.date", FormText.Iso(local.Date)).With($"{name}.time", FormText.Iso(local.TimeOfDay));
    }

    private static FormValues Write(FormValues values, Instant opens, Instant closes) => Write(Write(values, "opens", opens), "closes", closes);

    private static Instant InHelsinki(LocalDateTime local) => Helsinki.AtLeniently(local).ToInstant();

    private static ValueList<int> Reminders(FormReader reader)
    {
        List<int> days = [];
        foreach (string typed in reader.Values["remindBefore"].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) days.Add(number);
            else reader.Refuse(FormProblems.NotANumber, "remindBefore", typed);
        }
        return days.ToValueList();
    }
}
