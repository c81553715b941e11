using NodaTime;
using Vuosikello.Commands.Aggregates;
using Vuosikello.Commands.Agreements;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Commands.Rules;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>Puts a round's documents in it and takes them out again, in the server's own name.</summary>
internal sealed class DocumentsInRounds(AggregateMemory memory, RulesRunner rules, AgreementRunner agreements, CycleRunner cycles)
{
    /// <summary>Puts one after the other in. The year comes last: what was opened for comments by hand stays so when another document fails.</summary>
    /// <returns>Why the first that did not go in stays out, and with it all behind it; null when all are in.</returns>
    public async ValueTask<Outcome?> PutIn(CommentRound round, Instant at, CancellationToken ct)
    {
        foreach (var document in round.Plan.Subject.Documents(round.Id.Partnership))
        {
            if (await IsIn(round, document, ct)) continue;
            var outcome = await Move(round, document, into: true, at, ct);
            if (outcome is not Outcome.Done) return outcome;
            if (!await IsIn(round, document, ct)) return new Outcome.TryAgain(new Problem(CommandProblems.Contended));
        }
        return null;
    }

    /// <summary>Takes out those that are in this round; others stay where they are.</summary>
    public async ValueTask TakeOut(CommentRound round, Instant at, CancellationToken ct)
    {
        foreach (var document in round.Plan.Subject.Documents(round.Id.Partnership))
            if (await IsIn(round, document, ct)) await Move(round, document, into: false, at, ct);
    }

    private async ValueTask<bool> IsIn(CommentRound round, DocumentName document, CancellationToken ct) => (await Find(round, document, ct)).Round == round.Id;

    private async ValueTask<(RoundId? Round, long Version)> Find(CommentRound round, DocumentName document, CancellationToken ct)
    {
        switch (document.Kind)
        {
            case DocumentKind.WorkingRules:
                var text = await memory.Of<WorkingRules>(Streams.OfRules(round.Id.Partnership)).Fresh(ct);
                return (text.State?.Round, text.Version);
            case DocumentKind.Agreement:
                var agreement = await memory.Of<Agreement>(Streams.Of(document.Agreement(round.Id.Partnership))).Fresh(ct);
                return (agreement.State?.Round, agreement.Version);
            default:
                var year = await memory.Of<AnnualCycle>(Streams.Of(round.Plan.Subject.Cycle(round.Id.Partnership)!.Value)).Fresh(ct);
                return (year.State?.Round, year.Version);
        }
    }

    private async Task<Outcome> Move(CommentRound round, DocumentName document, bool into, Instant at, CancellationToken ct)
    {
        var stamp = new Stamp(RoundSteps.CommandFor(round.Id, document, into, (await Find(round, document, ct)).Version), SystemMember.Id, null, at);
        var partnership = round.Id.Partnership;
        return (document.Kind, into) switch
        {
            (DocumentKind.WorkingRules, true) => await rules.Run(new Send<PutRulesInRound>(new(partnership, round.Id), stamp), ct),
            (DocumentKind.WorkingRules, false) => await rules.Run(new Send<TakeRulesOutOfRound>(new(partnership, round.Id), stamp), ct),
            (DocumentKind.Agreement, true) => await agreements.Run(new Send<PutAgreementInRound>(new(document.Agreement(partnership), round.Id), stamp), ct),
            (DocumentKind.Agreement, false) => await agreements.Run(new Send<TakeAgreementOutOfRound>(new(document.Agreement(partnership), round.Id), stamp), ct),
            (_, true) => await cycles.Run(new Send<OpenCycleForComments>(new(round.Plan.Subject.Cycle(partnership)!.Value, round.Id), stamp), ct),
            _ => await cycles.Run(new Send<ReturnCycleToDraft>(new(round.Plan.Subject.Cycle(partnership)!.Value, round.Id), stamp), ct),
        };
    }
}
