using NodaTime;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class ActivityFileTests
{
    private static readonly ActivityId Row = FileIds.Activity(Seutu.Year, "key", "1");
    private static readonly StreamName Stream = Streams.Of(Row);
    private static readonly PlanActivity Plan = new(Seutu.Year, Row, Seutu.Details("Ilta"));
    private static readonly ConfirmActivity Confirm = new(Seutu.Id, Row);
    private static readonly FileBase Base = new(Seutu.Details("Ilta"), ActivityStatus.Proposed, null);

    private readonly FlakyStore _store = new(new MemoryStore());

    [Fact]
    public async Task A_row_that_the_store_interrupts_goes_on_where_it_was()
    {
        var house = await House.WithSeutu(_store);
        int appends = 0;
        _store.BeforeAppend = _ => ++appends > 1 ? throw new StoreUnavailableException("busy", transient: true) : Task.CompletedTask;

        Assert.IsType<Outcome.TryAgain>(await Send(house, Plan, Confirm));
        _store.BeforeAppend = _ => Task.CompletedTask;
        Assert.IsType<Outcome.Done>(await Send(house, Plan, Confirm));
        Assert.IsType<Outcome.Done>(await Send(house, Plan, Confirm));

        Assert.Equal([new ActivityPlanned(Row, Seutu.Year, Plan.Details), new ActivityConfirmed()], await house.Events(Stream));
    }

    [Fact]
    public async Task Of_each_change_it_can_be_told_whether_it_came_from_a_file()
    {
        var house = await House.WithSeutu(_store);
        await Send(house, Plan, Confirm);
        await house.Done(Retitle("Ihmisen nimi", 1));
        await new FileSteps(house.Mediator).Send([Retitle("Tiedoston nimi", 2), new CancelActivity(Seutu.Id, Row, LocalText.Empty)], 2, Members.Coordinator, null, Seutu.Now, default);

        var told = new List<bool>();
        await foreach (var e in _store.ReadStream(Stream)) told.Add(IsOfFile(e.Version, EventSerializer.Deserialize(e)));

        Assert.Equal([true, true, false, true, true], told);

        static bool IsOfFile(long version, Fact e) => FileIds.IsOfFile(Row, version, e.Stamp, e.Event is ActivityConfirmed or ActivityCancelled);
    }

    [Fact]
    public void A_row_whose_title_and_day_have_nothing_in_common_with_what_stands_is_in_doubt()
    {
        var details = Seutu.Details("Keravan avustushaku");
        var elsewhere = new ActivityTime.Days(new LocalDate(2026, 11, 30), new LocalDate(2026, 11, 30));

        Assert.True(Doubt("Kivipolun konsertti", elsewhere));
        Assert.False(Doubt("Kivipolun konsertti", details.Time));
        Assert.False(Doubt("Avustushaku siirtyy: Keravan ilta", elsewhere));
        Assert.False(Doubt(null, elsewhere));

        bool Doubt(string? title, ActivityTime time) => Assert.IsType<RowPreview.Changed>(Comparison().Of(
            new FileRow(Row, 1, title ?? "", new SaidOfActivity { Title = new LocalText(title), Time = time, Place = "Talo" }), Planned("Keravan avustushaku"), null)).IsDoubtful;
    }

    [Fact]
    public async Task Steps_need_the_rights_that_anybody_needs()
    {
        var house = await House.WithSeutu(_store);

        Assert.IsType<Outcome.Forbidden>(await new FileSteps(house.Mediator).Send([Plan], FileIds.New, Members.Reader, null, Seutu.Now, default));
        Assert.Empty(await house.Events(Stream));
    }

    [Theory]
    [InlineData("Ilta", "Ilta", "Ilta", "same")]
    [InlineData("Ilta", "Ilta", "Uusi", "change")]
    [InlineData("Ilta", "Toisen", "Ilta", "kept")]
    [InlineData("Ilta", "Toisen", "Toisen", "same")]
    [InlineData("Ilta", "Toisen", "Uusi", "clash")]
    public void Three_ways_are_compared(string then, string now, string file, string expected)
    {
        var state = Planned(then);
        if (now != then) state = Activity.Evolve(state, new Fact(new ActivityRetitled(new LocalText(now)), 1, StampOf(Members.EditorOfKerava)))!;

        var preview = Comparison().Of(new FileRow(Row, 1, file, new SaidOfActivity { Title = new LocalText(file) }), state, Base with { Details = Seutu.Details(then) });

        string found = preview switch
        {
            RowPreview.Same { Kept: [] } => "same",
            RowPreview.Same { Kept: [ActivityFields.Title] } => "kept",
            RowPreview.Changed { Fields: [{ Field: ActivityFields.Title, Theirs: null }] } => "change",
            RowPreview.Changed { Fields: [{ Field: ActivityFields.Title, Theirs: not null }] } => "clash",
            _ => preview.ToString()!,
        };
        Assert.Equal(expected, found);
    }

    [Fact]
    public void What_a_file_does_not_say_stays()
    {
        var details = Seutu.Details("Ilta", Seutu.Kerava) with { Venue = new Venue("Sali", "Katu 1", "https://x.example"), Themes = [Seutu.Premises, new ThemeId("toinen")] };

        Assert.Equal(details, new SaidOfActivity().Over(details));
        Assert.Equal(details with { Venue = new Venue("Talo", "Katu 1", "https://x.example") }, new SaidOfActivity { Place = "Talo" }.Over(details));
        Assert.Equal(details with { Title = new LocalText("Ilta", "Kväll") }, new SaidOfActivity { Title = new LocalText(sv: "Kväll") }.Over(details));
        // the order in which a file names themes is not a change
        Assert.Equal(details, new SaidOfActivity { Themes = [new ThemeId("toinen"), Seutu.Premises] }.Over(details));
    }

    [Fact]
    public void A_cancelled_activity_that_the_file_has_again_is_reinstated_before_it_is_edited()
    {
        var state = Activity.Evolve(Planned("Ilta"), new Fact(new ActivityCancelled(LocalText.Empty), 1, StampOf(Members.Coordinator)))!;
        var row = new FileRow(Row, 1, "Uusi", new SaidOfActivity { Title = new LocalText("Uusi"), Status = ActivityStatus.Confirmed });

        var changed = Assert.IsType<RowPreview.Changed>(Comparison().Of(row, state, null));
        var steps = RowSteps.Of(changed, state.Version, changed.Fields.Select(f => f.Field).ToHashSet(StringComparer.Ordinal));

        Assert.Equal(["ReinstateActivity", "EditActivity", "ConfirmActivity"], steps.Select(s => s.GetType().Name));
    }

    [Fact]
    public void What_the_decider_would_refuse_is_found_before_anything_happens()
    {
        var time = new ActivityTime.Exact(new LocalDateTime(2026, 3, 3, 19, 0), new LocalDateTime(2026, 3, 3, 17, 0));

        var refused = Assert.IsType<RowPreview.Refused>(Comparison().Of(new FileRow(Row, 1, "Ilta", new SaidOfActivity { Title = new LocalText("Ilta"), Time = time }), null, null));

        Assert.Equal(ProblemCodes.EndBeforeStart, Assert.Single(refused.Problems).Code);
    }

    private static EditActivity Retitle(string title, long basedOn) => new(Seutu.Id, Row, basedOn, new ActivityChanges { Title = new(new LocalText(title)) });

    private static Task<Outcome> Send(House house, params IActivityCommand[] steps) =>
        new FileSteps(house.Mediator).Send(steps, FileIds.New, Members.Coordinator, null, Seutu.Now, default);

    private static Activity Planned(string title) => Activity.Evolve(null, new Fact(new ActivityPlanned(Row, Seutu.Year, Seutu.Details(title)), 0, StampOf(Members.Coordinator)))!;

    private static Stamp StampOf(MemberId member) => new(Seutu.CommandNumber(1), member, null, Seutu.Now);

    private static RowComparison Comparison()
    {
        var partnership = Partnership.Evolve(null, new Fact(new PartnershipFounded(Seutu.Id, new LocalText("Seutu")), 0, StampOf(Members.Administrator)));
        var cycle = AnnualCycle.Evolve(null, new Fact(new CycleDrafted(Seutu.Year), 0, StampOf(Members.Coordinator)));
        return new(Seutu.Year, new ActivitySurroundings(partnership, cycle), new Standing(false, true, false, false, null), Seutu.Now);
    }
}
