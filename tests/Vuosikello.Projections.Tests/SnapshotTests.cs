using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Projections.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-views-").FullName;

    private string SnapshotPath => Path.Combine(_folder, "views.snapshot");

    [Fact]
    public async Task Views_from_a_snapshot_and_the_events_after_it_equal_those_that_lived_through_all_and_a_rebuild()
    {
        var plan = await Planning.Begin(_store);
        var activities = await Everything(plan);
        await RunAndStop();
        await using var living = await RunningViews.Over(_store);
        await plan.HappensTo(activities[0], new ActivityRetitled(new("Uusi nimi", "Nytt namn")));
        await plan.Draft(2027);
        await plan.Plan("Ensi vuonna", year: 2027);
        var end = await _store.End(TestContext.Current.CancellationToken);
        await living.Shows(end);

        await using var quick = await RunningViews.Over(_store, _folder);
        await using var rebuilt = await RunningViews.Over(_store);

        Assert.Equal(3, quick.Progress.Applied);
        Assert.Equal(end.Value, rebuilt.Progress.Applied);
        Assert.Equal(rebuilt.Dump, quick.Dump);
        Assert.Equal(rebuilt.Dump, living.Dump);
        Assert.Equal(rebuilt.Partnerships.All, quick.Partnerships.All, (a, b) => a.State.Version == b.State.Version && a.ChangedAt == b.ChangedAt);
    }

    [Fact]
    public async Task What_a_snapshot_brings_back_is_equal_by_value_to_what_was_there()
    {
        var plan = await Planning.Begin(_store);
        var activities = await Everything(plan);
        await using var before = await RunningViews.Over(_store);
        await RunAndStop();

        await using var after = await RunningViews.Over(_store, _folder);

        Assert.Equal(0, after.Progress.Applied);
        Assert.Equal(before.Dump, after.Dump);
        foreach (var id in activities) Assert.True(before.Boards.FindActivity(id)!.Equals(after.Boards.FindActivity(id)), $"activity {id}");
        Assert.Equal(before.Boards.Find(plan.Year(2026))!.ChangedAt, after.Boards.Find(plan.Year(2026))!.ChangedAt);
    }

    [Fact]
    public async Task A_snapshot_of_another_log_is_left_aside()
    {
        await Planning.Begin(_store);
        await RunAndStop();
        var other = new MemoryStore();
        await Planning.Begin(other, "vaaramaa");

        await using var views = await RunningViews.Over(other, _folder);

        Assert.Equal(["vaaramaa"], views.Partnerships.All.Select(p => p.Id.Value));
        Assert.Contains(views.Log, line => line.Contains("is left aside: it is of another log", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_that_is_ahead_of_its_log_is_left_aside()
    {
        var plan = await Planning.Begin(_store);
        var lost = await plan.Plan("Kadonnut");
        await RunAndStop();
        _store.CutTo(4);

        await using var views = await RunningViews.Over(_store, _folder);

        Assert.Null(views.Boards.FindActivity(lost));
        Assert.Contains(views.Log, line => line.Contains("is left aside: it is of another log, or the log has been cut shorter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_with_any_byte_changed_or_cut_anywhere_is_left_aside()
    {
        var plan = await Planning.Begin(_store);
        await plan.Plan("Retki");
        await RunAndStop();
        byte[] whole = await File.ReadAllBytesAsync(SnapshotPath, TestContext.Current.CancellationToken);
        await using var expected = await RunningViews.Over(_store);

        for (int at = 0; at < whole.Length; at += 13)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            await LeavesAside(changed, expected.Dump, $"byte {at} changed");
            await LeavesAside(whole[..at], expected.Dump, $"cut to {at} bytes");
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_costs_only_the_snapshot()
    {
        await Planning.Begin(_store);
        string missing = Path.Combine(_folder, "missing");

        await using var views = await RunningViews.Over(_store, missing);
        await views.Stop();

        Assert.Contains(views.Log, line => line.Contains("could not be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_with_a_rebuild_finds_no_difference_in_views_that_follow_the_log()
    {
        var plan = await Planning.Begin(_store);
        await Everything(plan);
        await using var views = await RunningViews.Over(_store);

        var found = await views.Verification.Compare(progress: null, TestContext.Current.CancellationToken);

        Assert.Null(found.FirstDifference);
        Assert.Equal(await _store.End(TestContext.Current.CancellationToken), found.Position);
    }

    [Fact]
    public async Task A_comparison_with_a_rebuild_names_the_first_thing_that_differs()
    {
        var plan = await Planning.Begin(_store);
        var activity = await plan.Plan("Retki");
        await using var views = await RunningViews.Over(_store);
        _store.Rewrite(4, new ActivityPlanned(activity, plan.Year(2026), Planning.Details("Toinen retki", Planning.On(5, 20))));

        var found = await views.Verification.Compare(progress: null, TestContext.Current.CancellationToken);

        Assert.StartsWith($"activity {activity}", found.FirstDifference, StringComparison.Ordinal);
        Assert.Contains("Toinen retki", found.FirstDifference, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task LeavesAside(byte[] snapshot, IReadOnlyDictionary<string, string> expected, string how)
    {
        await File.WriteAllBytesAsync(SnapshotPath, snapshot, TestContext.Current.CancellationToken);
        await using var views = await RunningViews.Over(_store, _folder);
        Assert.True(views.Log.Any(line => line.Contains("is left aside", StringComparison.Ordinal)), how);
        Assert.Equal(expected, views.Dump);
    }

    private async Task RunAndStop()
    {
        await using var views = await RunningViews.Over(_store, _folder);
        await views.Stop();
        Assert.True(File.Exists(SnapshotPath));
    }

    /// <summary>Every kind of event and of value there is.</summary>
    private static async Task<List<ActivityId>> Everything(Planning plan)
    {
        await plan.Happens(
            new PartnerJoined(new(new("alakyla"), PartnerKind.Municipality, new("Alakylän kunta", "Nedre byns kommun", "Lower village"), [new("etela")], [new("liikunta")])),
            new PartnerJoined(new(
                new("seura"), PartnerKind.Association, new("Seura"), [], [], new("0112038-9"), new("123456"), "https://example.org/",
                [new(new(new Guid(1, 9, 1, new byte[8])), new("puheenjohtaja"), ContactVisibility.Public), new(new(new Guid(1, 9, 2, new byte[8])), new("sihteeri"), Member: new MemberId(new Guid(1, 2, 3, new byte[8])))])),
            new PartnerCardConfirmed(new("seura"), new(2026, 3, 2)), new PartnersAskedToConfirm([new("alakyla")], new(2027, 1, 1)),
            new WorkingGroupFormed(new(new("ryhma"), new("Ryhmä"), new ThemeId("liikunta"), [new("alakyla")])),
            new WorkingGroupFormed(new(new("toinen"), new("Toinen"), null, [])),
            new ThemeRenamed(new("liikunta"), new("Liikkuminen")));
        await plan.HappensIn(2026, new CycleEmphasisSet(new("Yhdessä", en: "Together")), new CycleRolledForward(2025, []), new CycleAdopted());
        var first = new ActivityTime.Exact(new(2026, 3, 24, 16, 0), new(2026, 3, 24, 19, 30, 15));
        List<ActivityId> activities =
        [
            await plan.Plan("Tarkka 🎉 \"ä\"\nö", first),
            await plan.Plan("Toistuva", new ActivityTime.Recurring(first, new(Frequency.Weekly, 2, new(2026, 12, 31), [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday]), [new(2026, 4, 7)])),
            await plan.Plan("Kuukausittain", new ActivityTime.Recurring(Planning.On(1, 31), new(Frequency.Monthly, 1, new(2026, 12, 31), [], MonthDay: -1), [])),
            await plan.Plan("Toinen tiistai", new ActivityTime.Recurring(Planning.On(1, 13), new(Frequency.Monthly, 3, new(2026, 12, 31), [], null, 2, IsoDayOfWeek.Tuesday), [])),
            await plan.Plan("Kesä", new ActivityTime.Months(new(2026, 6), new(2026, 8))),
            await plan.Plan("Päivä"),
        ];
        await plan.HappensTo(activities[0],
            new ActivityDescribed(new("Kuvaus", "Beskrivning", "Description")), new ActivityAreasChosen([new("etela")]), new ActivityThemesChosen([new("liikunta")]),
            new ActivityResponsibilityAssigned(new(new("projektipäällikkö"), new PartnerId("alakyla"), new MemberId(new Guid(1, 2, 3, new byte[8])))),
            new ActivityParticipantsChosen([new("alakyla")]), new ActivityRelocated(new("Kirjasto", "Kirkkotie 1", "https://example.org/")),
            new ActivityAgendaSet([new(new(16, 10), new("Avaus"))]), new ActivityRegistrationArranged(new("https://example.org/", new RegistrationDeadline.Before(7))),
            new ActivityConfirmed(), new ActivityHeld(new(16, 3)));
        await plan.HappensTo(activities[1], new ActivityRegistrationArranged(new(null, new RegistrationDeadline.On(new(2026, 3, 1)))), new ActivityCancelled(new("Sade")));
        await plan.HappensTo(activities[2], new ActivityHeld(new(0)), new ActivityHoldingRevoked(ActivityStatus.Confirmed));
        await plan.HappensInPremises(
            new PremisesRegistered(new(new("sali"), new("alakyla"), new("Sali"), "Koulutie 1", 80, [AccessFeature.StepFree], new("Hissillä"), new("Iltaisin"), new("Maksuton"), "https://example.org/")),
            new PremisesRegistered(new(new("halli"), new("seura"), new("Halli"), null, null, [], LocalText.Empty, LocalText.Empty, LocalText.Empty)), new PremisesWithdrawn(new("halli")));
        await plan.HappensTo(activities[3], new ActivityMovedIntoPremises(new("Sali", "Koulutie 1", null, new("sali"))));
        await plan.HappensTo(activities[3], new ActivityResponsibilityAssigned(new(new("hallitus"))), new ActivityRegistrationArranged(new()));
        await plan.HappensTo(activities[4], new ActivityRelocated(null), new ActivityCancelled(LocalText.Empty), new ActivityReinstated(ActivityStatus.Proposed));
        await plan.HappensTo(await plan.Plan("Vahinko"), new ActivityWithdrawn());
        return activities;
    }
}
