using NodaTime;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class ActivitySliceTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Workshop);

    [Fact]
    public async Task Planning_puts_the_activity_into_its_year()
    {
        var house = await House.WithSeutu();

        var added = await house.Added(Stream, Seutu.Plan());

        Assert.Equal([new ActivityPlanned(Seutu.Workshop, Seutu.Year, Seutu.Details())], added);
    }

    [Fact]
    public async Task Editing_changes_the_named_fields_only()
    {
        var house = await Planned();

        var added = await house.Added(Stream, new EditActivity(Seutu.Id, Seutu.Workshop, 0, new ActivityChanges
        {
            Title = new(new LocalText("Uusi nimi")),
            Areas = new([Seutu.Whole]),
        }));

        Assert.Equal([new ActivityRetitled(new LocalText("Uusi nimi")), new ActivityAreasChosen([Seutu.Whole])], added);
    }

    [Fact]
    public async Task Edits_of_different_fields_based_on_the_same_version_both_stand()
    {
        var house = await Planned();
        await house.Done(Retitle("Uusi nimi", basedOn: 0), Members.EditorOfKerava);

        var added = await house.Added(Stream, new RescheduleActivity(Seutu.Id, Seutu.Workshop, 0, Days(5)), Members.EditorOfTuusula);

        Assert.Equal([new ActivityRescheduled(Days(5))], added);
    }

    [Fact]
    public async Task Edits_of_the_same_field_based_on_the_same_version_clash()
    {
        var house = await Planned();
        await house.Done(Retitle("Ensimmäinen", basedOn: 0), Members.EditorOfKerava);

        var outcome = await house.Send(Retitle("Toinen", basedOn: 0), Members.EditorOfTuusula);

        var clashed = Assert.IsType<Outcome.Clashed>(outcome);
        Assert.Equal(1, clashed.Version);
        var clash = Assert.Single(clashed.Clashes);
        Assert.Equal(
            (ActivityFields.Title, new LocalText("Toinen"), new LocalText("Ensimmäinen"), 1, Members.EditorOfKerava),
            (clash.Field, clash.Yours, clash.Theirs, clash.Version, clash.Stamp.By));
        Assert.Equal(2, (await house.Events(Stream)).Count);
    }

    [Fact]
    public async Task Rescheduling_moves_the_activity()
    {
        var house = await Planned();

        Assert.Equal([new ActivityRescheduled(Days(7))], await house.Added(Stream, new RescheduleActivity(Seutu.Id, Seutu.Workshop, 0, Days(7))));
    }

    [Fact]
    public async Task Confirming_and_its_undoing()
    {
        var house = await Planned();

        Assert.Equal([new ActivityConfirmed()], await house.Added(Stream, new ConfirmActivity(Seutu.Id, Seutu.Workshop)));
        Assert.Equal([new ActivityReturnedToProposal()], await house.Added(Stream, new ReturnActivityToProposal(Seutu.Id, Seutu.Workshop)));
    }

    [Fact]
    public async Task Cancelling_and_its_undoing()
    {
        var house = await Planned();
        var reason = new LocalText("Sali on varattu");

        Assert.Equal([new ActivityCancelled(reason)], await house.Added(Stream, new CancelActivity(Seutu.Id, Seutu.Workshop, reason)));
        Assert.Equal([new ActivityReinstated(ActivityStatus.Proposed)], await house.Added(Stream, new ReinstateActivity(Seutu.Id, Seutu.Workshop)));
    }

    [Fact]
    public async Task Marking_as_held_and_its_undoing()
    {
        var house = await Planned();

        Assert.Equal([new ActivityHeld(new Attendance(16))], await house.Added(Stream, new MarkActivityHeld(Seutu.Id, Seutu.Workshop, new Attendance(16))));
        Assert.Equal([new ActivityHoldingRevoked(ActivityStatus.Proposed)], await house.Added(Stream, new RevokeActivityHolding(Seutu.Id, Seutu.Workshop)));
    }

    [Fact]
    public async Task Withdrawing_takes_a_proposal_away()
    {
        var house = await Planned();

        Assert.Equal([new ActivityWithdrawn()], await house.Added(Stream, new WithdrawActivity(Seutu.Id, Seutu.Workshop)));
    }

    [Fact]
    public async Task What_the_decider_refuses_leaves_no_trace()
    {
        var house = await House.WithSeutu();

        var outcome = await house.Send(Seutu.Plan(title: ""));

        Assert.Equal(ProblemCodes.TextMissing, Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems).Code);
        Assert.Empty(await house.Events(Stream));
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_is_not_found()
    {
        var house = await House.WithSeutu();

        var outcome = await house.Send(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(ProblemCodes.NoSuchActivity, Assert.IsType<Outcome.NotFound>(outcome).Problem.Code);
    }

    [Fact]
    public async Task An_activity_of_another_partnership_is_not_found()
    {
        var house = await Planned();
        await house.Done(new Domain.Partnerships.FoundPartnership(new PartnershipId("toinen"), new LocalText("Toinen")));

        var outcome = await house.Send(new CancelActivity(new PartnershipId("toinen"), Seutu.Workshop, LocalText.Empty));

        Assert.IsType<Outcome.NotFound>(outcome);
    }

    [Fact]
    public async Task What_is_already_as_wanted_is_done_and_says_so()
    {
        var house = await Planned();
        var first = await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        var second = await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(first with { Repeated = true }, second);
    }

    private static async Task<House> Planned()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        return house;
    }

    private static EditActivity Retitle(string title, long basedOn) =>
        new(Seutu.Id, Seutu.Workshop, basedOn, new ActivityChanges { Title = new(new LocalText(title)) });

    private static ActivityTime.Days Days(int day) => new(new LocalDate(2026, 5, day), new LocalDate(2026, 5, day));
}
