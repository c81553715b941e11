using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds;
using Vuosikello.TestKit;

namespace Vuosikello.Projections.Tests.Feeds;

/// <summary>Days by which something is to be done, as events of their own, and who sees which.</summary>
public sealed class FeedDeadlineTests
{
    private static readonly FeedChoice Deadlines = FeedChoice.In("fi") with { Deadlines = true };
    private static readonly PartnerId Kunta = new("kunta"), Seura = new("seura");

    private static AgreementContent Content(AgreementTerm term) => AgreementSamples.Content with
    {
        Title = new("Tilat yhteiseen käyttöön"),
        Parties = [Kunta, Seura],
        Term = term,
        Commitments = [new Commitment(AgreementSamples.Report, Kunta, new("Raportti"), new CommitmentDue(11, 30), [])],
    };

    private static IEvent[] InForce(AgreementId id, AgreementTerm term) =>
    [
        new AgreementDrafted(id, Content(term)),
        new AgreementOffered(1, [new(Kunta, new("Kunta")), new(Seura, new("Seura"))], "text", "hash"),
        new AgreementCameIntoForce(1, HelsinkiDays.StartOf(term.From)),
    ];

    private static string? Value(string[] lines, string uid, string property)
    {
        int at = Array.IndexOf(lines, $"UID:{uid}");
        Assert.True(at >= 0, $"There is no {uid}.");
        return lines.Skip(at).TakeWhile(line => line != "END:VEVENT").FirstOrDefault(line => line.StartsWith(property, StringComparison.Ordinal))?[property.Length..].TrimStart(':');
    }

    [Fact]
    public async Task The_last_day_to_register_is_an_event_when_asked_and_moves_with_its_activity()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Plan(Planning.Details("Työpaja", Planning.On(5, 20)) with { Registration = new("https://example.org/ilmo", new RegistrationDeadline.Before(7)) });
        string uid = $"{id}-registration@vuosikello";
        Assert.DoesNotContain($"UID:{uid}", await scene.Lines());

        string[] lines = await scene.Lines(FeedScope.Year, "2026", Deadlines);
        Assert.Equal("Ilmoittautuminen päättyy: Työpaja", Value(lines, uid, "SUMMARY"));
        Assert.Equal("20260513", Value(lines, uid, "DTSTART;VALUE=DATE"));
        Assert.Equal("TRANSPARENT", Value(lines, uid, "TRANSP"));
        Assert.StartsWith(@"Ilmoittautuminen: https://example.org/ilmo\n", Value(lines, uid, "DESCRIPTION"), StringComparison.Ordinal);

        await scene.Planning.HappensTo(id, new ActivityRescheduled(Planning.On(6, 20)));
        Assert.Equal("20260613", Value(await scene.Lines(FeedScope.Year, "2026", Deadlines), uid, "DTSTART;VALUE=DATE"));
        await scene.Planning.HappensTo(id, new ActivityCancelled(LocalText.Empty));
        lines = await scene.Lines(FeedScope.Year, "2026", Deadlines);
        Assert.Equal(("CANCELLED", "PERUTTU: Ilmoittautuminen päättyy: Työpaja"), (Value(lines, uid, "STATUS"), Value(lines, uid, "SUMMARY")));
    }

    [Fact]
    public async Task A_deadlines_stamp_and_sequence_are_its_own()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Plan(Planning.Details("Työpaja", Planning.On(5, 20)) with { Registration = new(null, new RegistrationDeadline.Before(7)) });
        string uid = $"{id}-registration@vuosikello";
        string[] before = await scene.Lines(FeedScope.Year, "2026", Deadlines);

        await scene.Planning.HappensTo(id, new ActivityDescribed(new("Toinen kuvaus")));
        string[] described = await scene.Lines(FeedScope.Year, "2026", Deadlines);
        await scene.Planning.HappensTo(id, new ActivityRegistrationArranged(new(null, new RegistrationDeadline.Before(3))));
        string[] moved = await scene.Lines(FeedScope.Year, "2026", Deadlines);

        Assert.Equal((Value(before, uid, "DTSTAMP"), Value(before, uid, "SEQUENCE")), (Value(described, uid, "DTSTAMP"), Value(described, uid, "SEQUENCE")));
        Assert.NotEqual(Value(before, uid, "DTSTAMP"), Value(moved, uid, "DTSTAMP"));
        Assert.True(int.Parse(Value(moved, uid, "SEQUENCE")!, System.Globalization.CultureInfo.InvariantCulture) > int.Parse(Value(before, uid, "SEQUENCE")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(Value(before, $"{id}@vuosikello", "DTSTAMP"), Value(described, $"{id}@vuosikello", "DTSTAMP"));
    }

    [Fact]
    public async Task Another_theme_changes_a_deadlines_colour_and_so_its_stamp()
    {
        await using var scene = await FeedScene.Begin();
        var id = await scene.Plan(Planning.Details("Työpaja", Planning.On(5, 20)) with { Registration = new(null, new RegistrationDeadline.Before(7)) });
        string uid = $"{id}-registration@vuosikello";
        string[] before = await scene.Lines(FeedScope.Year, "2026", Deadlines);

        await scene.Planning.HappensTo(id, new ActivityThemesChosen([new("liikunta")]));
        string[] after = await scene.Lines(FeedScope.Year, "2026", Deadlines);

        Assert.NotEqual(Value(before, uid, "COLOR"), Value(after, uid, "COLOR"));
        Assert.NotEqual(Value(before, uid, "LAST-MODIFIED"), Value(after, uid, "LAST-MODIFIED"));
        Assert.NotEqual(Value(before, uid, "SEQUENCE"), Value(after, uid, "SEQUENCE"));
    }

    [Fact]
    public async Task Agreements_in_force_show_their_end_and_their_commitments_to_the_parties_calendars_and_all()
    {
        await using var scene = await FeedScene.Begin();
        var id = new AgreementId(scene.Planning.Partnership, "tilat");
        await scene.Planning.Happens(
            new PartnerJoined(new(Kunta, PartnerKind.Municipality, new("Kunta"), [], [])), new PartnerJoined(new(Seura, PartnerKind.Association, new("Seura"), [], [])),
            new PartnerJoined(new(new("muu"), PartnerKind.Association, new("Muu"), [], [])));
        await scene.Planning.HappensTo(id, InForce(id, new(new(2026, 1, 1), new LocalDate(2027, 12, 31))));
        string[] both = ["Sitoumus: Raportti", "Sopimus päättyy: Tilat yhteiseen käyttöön"];

        Assert.Equal(both, await scene.Titles(FeedScope.Whole, "", Deadlines));
        Assert.Empty(await scene.Titles(FeedScope.Whole, "", FeedChoice.In("fi")));
        Assert.Equal(["Sitoumus: Raportti"], await scene.Titles(FeedScope.Year, "2026", Deadlines));
        Assert.Equal(both, await scene.Titles(FeedScope.Partner, "kunta", Deadlines));
        Assert.Equal([both[1]], await scene.Titles(FeedScope.Partner, "seura", Deadlines));
        Assert.Empty(await scene.Titles(FeedScope.Partner, "muu", Deadlines));
        Assert.Empty(await scene.Titles(FeedScope.Theme, "liikunta", Deadlines));
        string[] lines = await scene.Lines(FeedScope.Whole, "", Deadlines);
        Assert.Equal("20271231", Value(lines, "jokilaakso-agreement-tilat-end@vuosikello", "DTSTART;VALUE=DATE"));
        Assert.Equal(@"Kunta\nSopimus: Tilat yhteiseen käyttöön\nVuosikellossa: https://vuosikello.example/jokilaakso/agreements/tilat", Value(lines, $"{AgreementSamples.Report}-2026@vuosikello", "DESCRIPTION"));
    }

    [Fact]
    public async Task A_notice_moves_the_end_under_the_same_UID_with_a_higher_sequence()
    {
        await using var scene = await FeedScene.Begin();
        var id = new AgreementId(scene.Planning.Partnership, "tilat");
        const string Uid = "jokilaakso-agreement-tilat-end@vuosikello";
        await scene.Planning.HappensTo(id, InForce(id, new(new(2026, 1, 1), new LocalDate(2027, 12, 31), RenewedByMonths: 12)));
        string[] before = await scene.Lines(FeedScope.Whole, "", Deadlines);
        Assert.Equal("Sopimuskausi päättyy: Tilat yhteiseen käyttöön", Value(before, Uid, "SUMMARY"));
        Assert.StartsWith("Sopimus jatkuu 31.12.2028 asti\\, ellei sitä irtisanota.", Value(before, Uid, "DESCRIPTION"), StringComparison.Ordinal);

        await scene.Planning.HappensTo(id, new AgreementNoticeGiven(Seura, new("Salainen syy"), new(2026, 2, 1), new(2026, 8, 1)));
        string[] after = await scene.Lines(FeedScope.Whole, "", Deadlines);

        Assert.Equal(("Sopimus päättyy: Tilat yhteiseen käyttöön", "20260801"), (Value(after, Uid, "SUMMARY"), Value(after, Uid, "DTSTART;VALUE=DATE")));
        Assert.NotEqual(Value(before, Uid, "SEQUENCE"), Value(after, Uid, "SEQUENCE"));
        Assert.DoesNotContain(after, line => line.Contains("Salainen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_drafted_or_lies_before_the_parties_is_in_no_public_calendar_and_touches_none()
    {
        await using var scene = await FeedScene.Begin();
        var (drafted, amended) = (new AgreementId(scene.Planning.Partnership, "luonnos"), new AgreementId(scene.Planning.Partnership, "tilat"));
        await scene.Planning.HappensTo(drafted, [.. InForce(drafted, new(new(2026, 1, 1), new LocalDate(2026, 12, 31))).Take(2)]);
        await scene.Planning.HappensTo(amended, InForce(amended, new(new(2026, 1, 1), new LocalDate(2027, 12, 31))));
        var before = await scene.Feed(FeedScope.Whole, "", Deadlines);
        Assert.DoesNotContain(FeedScene.Lines(before), line => line.Contains("luonnos", StringComparison.Ordinal));

        await scene.Planning.HappensTo(amended, new AmendmentStarted(null), new AgreementRetitled(new("Salainen")), new AgreementTermSet(new(new(2026, 1, 1), new LocalDate(2026, 6, 30))));

        Assert.Same(before, await scene.Feed(FeedScope.Whole, "", Deadlines));
    }
}
