using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>
/// How a round opens although its documents are streams of their own. First each document goes into the round by its own decision, so that
/// of two rounds one gets it, and so that nobody changes it any more; then the documents are frozen and the round opens. When it does not open,
/// they are taken out again. Commands to one round take turns, so nobody comes in between; what a crash leaves behind is finished by a process.
/// </summary>
internal sealed class RoundOpening(RoundDocuments documents, DocumentsInRounds within)
{
    public async ValueTask<Decision> Decide(CommentRound round, OpenRound command, Partnership? partnership, Stamp stamp, CancellationToken ct)
    {
        var decision = await Judge(round, command, partnership, stamp, ct);
        if (decision is Decision.Accepted)
        {
            var missing = await within.PutIn(round, stamp.At, ct);
            decision = await Judge(round, command, partnership, stamp, ct);
            if (decision is Decision.Accepted && missing.Count > 0)
                decision = new Decision.Refused(missing.Select(name => new Problem(ProblemCodes.DocumentInAnotherRound, "subject", [name.Id])).ToValueList());
        }
        if (decision is not Decision.Accepted) await within.TakeOut(round, stamp.At, ct);
        return decision;
    }

    private async ValueTask<Decision> Judge(CommentRound round, OpenRound command, Partnership? partnership, Stamp stamp, CancellationToken ct)
    {
        var around = new RoundSurroundings(
            partnership, await documents.Freeze(round.Plan.Subject, round.Id.Partnership, command.Activities, ct),
            await documents.NotDrafts(round, ct), await documents.InAnotherRound(round, ct));
        return CommentRoundDecider.Decide(round, command, around, stamp.At);
    }
}
