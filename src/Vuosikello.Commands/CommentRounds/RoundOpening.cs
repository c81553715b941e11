using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>
/// How a round opens although its documents are streams of their own. First each document goes into the round by its own decision, so that
/// of two rounds one gets it, and so that nobody changes it any more; then the documents are frozen and the round opens. When it does not open,
/// they are taken out again. Commands to one round take turns on a server. What a crash leaves behind, and what another server's change of the plan
/// in that very moment leaves in a round that no longer is on it, is put right by a process.
/// </summary>
internal sealed class RoundOpening(RoundDocuments documents, DocumentsInRounds within)
{
    /// <param name="round">As it is in the store, never as it is merely remembered: its documents go in before the round is written.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="partnership">The round's.</param>
    /// <param name="stamp">Of the command.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The decision; and what a document answered that did not go in, where nothing else stands in the round's way.</returns>
    public async ValueTask<(Decision Decision, Outcome? Hindrance)> Decide(
        CommentRound round, OpenRound command, Partnership? partnership, Stamp stamp, CancellationToken ct)
    {
        Outcome? hindrance = null;
        var decision = await Judge(round, command, partnership, stamp, ct);
        if (decision is Decision.Accepted)
        {
            hindrance = await within.PutIn(round, stamp.At, ct);
            decision = await Judge(round, command, partnership, stamp, ct);
            if (decision is not Decision.Accepted) hindrance = null;
        }
        if (decision is not Decision.Accepted || hindrance is not null) await within.TakeOut(round, stamp.At, ct);
        return (hindrance is null ? decision : Decision.Accept(), hindrance);
    }

    private async ValueTask<Decision> Judge(CommentRound round, OpenRound command, Partnership? partnership, Stamp stamp, CancellationToken ct)
    {
        var around = new RoundSurroundings(
            partnership, await documents.Freeze(round.Plan.Subject, round.Id.Partnership, command.Activities, ct),
            await documents.NotDrafts(round, ct), await documents.InAnotherRound(round, ct));
        return CommentRoundDecider.Decide(round, command, around, stamp.At);
    }
}
