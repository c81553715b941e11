using MediatR;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>Sends the steps of a row on the way that people's commands take, one after the other, until one is not done.</summary>
public sealed class FileSteps(IMediator mediator)
{
    /// <summary>The outcome of the last step that was sent.</summary>
    /// <param name="steps">At least one.</param>
    /// <param name="version">The activity's version that they were made for; <see cref="FileIds.New"/> when it is new.</param>
    /// <param name="by">The member.</param>
    /// <param name="forPartner">The organisation that the member acts for.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<Outcome> Send(IReadOnlyList<IActivityCommand> steps, long version, MemberId by, PartnerId? forPartner, Instant at, CancellationToken ct)
    {
        Outcome? last = null;
        foreach (var step in steps)
        {
            last = await Send(step, new Stamp(FileIds.Command(by, step, version), by, forPartner, at), ct);
            if (last is not Outcome.Done) return last;
        }
        return last ?? throw new ArgumentException("There is no step to send.", nameof(steps));
    }

    private Task<Outcome> Send(IActivityCommand step, Stamp stamp, CancellationToken ct) => step switch
    {
        PlanActivity c => mediator.Send(new Send<PlanActivity>(c, stamp), ct),
        EditActivity c => mediator.Send(new Send<EditActivity>(c, stamp), ct),
        ConfirmActivity c => mediator.Send(new Send<ConfirmActivity>(c, stamp), ct),
        ReturnActivityToProposal c => mediator.Send(new Send<ReturnActivityToProposal>(c, stamp), ct),
        CancelActivity c => mediator.Send(new Send<CancelActivity>(c, stamp), ct),
        ReinstateActivity c => mediator.Send(new Send<ReinstateActivity>(c, stamp), ct),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.GetType().Name, "An import gives no such command."),
    };
}
