using System.Text;
using NodaTime;
using Vuosikello.Commands.Import;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class ImportTests
{
    private readonly House _house = new(new MemoryStore());

    public static TheoryData<string> DemoFiles => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Demo")).Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(DemoFiles))]
    public async Task Every_row_of_a_demo_file_is_imported_and_the_same_file_again_changes_nothing(string file)
    {
        byte[] json = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", file), TestContext.Current.CancellationToken);

        var first = await Import(json);
        var end = await _house.Store.End();
        var second = await Import(json);

        Assert.Empty(first.Rejected);
        Assert.Equal((0, true), (first.Unchanged, first.Finished));
        Assert.Equal(new ImportReport(0, first.Changed, [], true), second);
        Assert.Equal(end, await _house.Store.End());
    }

    [Fact]
    public async Task The_running_year_has_the_activities_of_2009_in_the_same_weeks_on_the_same_weekdays()
    {
        _house.Now = Instant.FromUtc(2026, 6, 1, 9, 0);
        await Import(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "kuuma-seutu.partnership.json"), TestContext.Current.CancellationToken));

        var activities = await Activities(2026);

        Assert.Equal(9, activities.Count);
        var workshop = activities.Single(a => a.Details.Title.Fi!.StartsWith("Työpaja 1", StringComparison.Ordinal));
        Assert.Equal(new ActivityTime.Exact(new LocalDateTime(2026, 3, 24, 16, 0), new LocalDateTime(2026, 3, 24, 19, 0)), workshop.Details.Time);
        Assert.Equal((ActivityStatus.Held, new Attendance(24)), (workshop.Status, workshop.Attendance));
        Assert.Equal(ActivityStatus.Cancelled, activities.Single(a => a.Details.Title.Fi!.StartsWith("Työpaja 3", StringComparison.Ordinal)).Status);
    }

    [Fact]
    public async Task What_is_to_be_held_is_only_confirmed_before_its_time()
    {
        _house.Now = Instant.FromUtc(2026, 2, 1, 9, 0);
        await Import(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "kuuma-seutu.partnership.json"), TestContext.Current.CancellationToken));

        var workshop = (await Activities(2026)).Single(a => a.Details.Title.Fi!.StartsWith("Työpaja 1", StringComparison.Ordinal));

        Assert.Equal(ActivityStatus.Confirmed, workshop.Status);
    }

    [Fact]
    public async Task An_unknown_field_is_named_with_its_line_and_path_and_nothing_is_imported()
    {
        var report = await Import("""
            {
              "partnership": "seutu", "name": "Seutu",
              "years": [ { "year": 2026, "colour": "red" } ]
            }
            """);

        var row = Assert.Single(report.Rejected);
        Assert.Equal("line 3, $.years[0].colour", row.Row);
        Assert.Contains("colour", row.Reason, StringComparison.Ordinal);
        Assert.Equal(Position.Start, await _house.Store.End());
    }

    [Theory]
    [InlineData("2026-13-40", "is not a time")]
    [InlineData("tomorrow", "is not a time")]
    public async Task A_row_with_a_time_that_is_none_is_reported_and_the_others_imported(string when, string reason)
    {
        var report = await Import($$"""
            { "partnership": "seutu", "name": "Seutu", "years": [ { "year": 2026, "activities": [
              { "key": "a", "title": "A", "when": "{{when}}" },
              { "key": "b", "title": "B", "when": "2026-06" } ] } ] }
            """);

        var row = Assert.Single(report.Rejected);
        Assert.Equal("2026, a", row.Row);
        Assert.Contains(reason, row.Reason, StringComparison.Ordinal);
        Assert.Equal("B", Assert.Single(await Activities(2026)).Details.Title.Fi);
    }

    [Fact]
    public async Task A_row_that_the_domain_refuses_is_reported_with_the_problem()
    {
        var report = await Import("""
            { "partnership": "seutu", "name": "Seutu", "years": [ { "year": 2026, "activities": [
              { "key": "a", "title": "A", "when": "2026-06", "areas": ["nowhere"] } ] } ] }
            """);

        var row = Assert.Single(report.Rejected);
        Assert.Equal(("2026, a", ProblemCodes.NoSuchArea), (row.Row, Assert.Single(row.Problems).Code));
    }

    [Fact]
    public async Task Rows_added_to_a_file_are_added_and_what_people_changed_stays()
    {
        const string Start = """{ "partnership": "seutu", "name": "Seutu", "years": [ { "year": 2026, "activities": [ { "key": "a", "title": "A", "when": "2026-06" }""";
        await Import(Start + " ] } ] }");
        var a = Assert.Single(await Activities(2026));
        await _house.Done(new EditActivity(new PartnershipId("seutu"), a.Id, 0, new ActivityChanges { Title = new(new LocalText("Muutettu")) }));

        var report = await Import(Start + """, { "key": "b", "title": "B", "when": "2026-07" } ] } ] }""");

        Assert.Equal((1, 3), (report.Changed, report.Unchanged));
        Assert.Equal(["B", "Muutettu"], (await Activities(2026)).Select(x => x.Details.Title.Fi).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_file_tells_of_another_time_is_stamped_with_that_time_and_what_was_held_with_the_day_after()
    {
        await Import("""
            { "partnership": "seutu", "told": "2009-01-12 09:00", "name": "Seutu", "years": [ { "year": 2009, "told": "2009-02-02 10:00", "activities": [
              { "key": "a", "title": "A", "when": "2009-07-24 16:00..19:00", "status": "held" } ] } ] }
            """);

        var facts = new List<(string Type, Instant At)>();
        await foreach (var e in _house.Store.ReadAll(Position.Start)) facts.Add((e.Type, EventSerializer.Deserialize(e).Stamp.At));

        Assert.Equal(
        [
            ("partnership-founded.v1", Instant.FromUtc(2009, 1, 12, 7, 0)),
            ("cycle-drafted.v1", Instant.FromUtc(2009, 2, 2, 8, 0)),
            ("activity-planned.v1", Instant.FromUtc(2009, 2, 2, 8, 0)),
            ("activity-held.v2", Instant.FromUtc(2009, 7, 25, 6, 0)),
        ],
        facts);
    }

    [Fact]
    public async Task A_time_to_tell_from_that_is_none_is_reported()
    {
        var report = await Import("""{ "partnership": "seutu", "told": "tammikuu", "name": "Seutu" }""");

        Assert.Equal(("partnership", "\"tammikuu\" is not a moment: write it as 2009-03-24 16:00."), (Assert.Single(report.Rejected).Row, report.Rejected[0].Reason));
        Assert.Equal(Position.Start, await _house.Store.End());
    }

    private Task<ImportReport> Import(string json) => Import(Encoding.UTF8.GetBytes(json));

    private Task<ImportReport> Import(byte[] json) => _house.Mediator.Send(new ImportPartnership(json, SystemMember.Id));

    private async Task<List<Activity>> Activities(int year)
    {
        var byStream = new Dictionary<StreamName, Activity?>();
        await foreach (var e in _house.Store.ReadAll(Position.Start))
            if (e.Stream.Value.StartsWith("activity-", StringComparison.Ordinal))
                byStream[e.Stream] = Activity.Evolve(byStream.GetValueOrDefault(e.Stream), EventSerializer.Deserialize(e));
        return [.. byStream.Values.OfType<Activity>().Where(a => a.Cycle.Year == year)];
    }
}
