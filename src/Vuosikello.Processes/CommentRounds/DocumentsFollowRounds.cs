using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes.CommentRounds;

/// <summary>
/// A round has opened → its documents are in the round; it is over → they are out of it, and the year is a draft again. The commands'
/// ids follow from round and document, so each happens once; after a restart all rounds are gone through again.
/// </summary>
internal sealed partial class DocumentsFollowRounds(
    IRoundViews rounds, IRulesViews rules, IAgreementViews agreements, IPartnershipViews partnerships, IViews views, PatientSender sender, ILogger<DocumentsFollowRounds> logger)
    : BackgroundService
{
    private static readonly Guid Commands = new("9a3d1f52-70f4-4f0e-a8a7-2b6c0d5e4f13");
    private readonly Channel<RoundId> _changed = Channel.CreateUnbounded<RoundId>(new() { SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        foreach (var (id, _) in rounds.All) _changed.Writer.TryWrite(id);
        await foreach (var id in _changed.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Follow(id, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One round that fails keeps the others from nothing; a change of it or a restart tries again.
                Interrupted(id, failure);
            }
        }
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
            if (Streams.IsOf(change.Stream, out RoundId id)) _changed.Writer.TryWrite(id);
    }

    private async Task Follow(RoundId id, CancellationToken ct)
    {
        if (rounds.Find(id)?.State is not { Phase: not RoundPhase.Planned } round) return;
        bool open = round.Phase == RoundPhase.Open;
        foreach (var document in round.Documents)
        {
            if (Command(round, document, open) is not { } command) continue;
            var cause = new CommandId(DeterministicGuid.Create(Commands, $"{id}\n{document.Kind} {document.Id}\n{(open ? "in" : "out")}"));
            var outcome = await sender.Send(cause, command, ct);
            if (outcome is not Outcome.Done) NotFollowed(document.Id, id, outcome);
        }
    }

    /// <summary>What is to be sent so that the document stands as the round does; null when it does already.</summary>
    private Func<Stamp, IRequest<Outcome>>? Command(CommentRound round, FrozenDocument document, bool open) => document.Kind switch
    {
        DocumentKind.Agreement => OfAgreement(round, document.Id, open),
        DocumentKind.AnnualCycle => OfYear(round, open),
        _ => OfRules(round, open),
    };

    private Func<Stamp, IRequest<Outcome>>? OfRules(CommentRound round, bool open)
    {
        var partnership = round.Id.Partnership;
        bool isIn = rules.Find(partnership)?.State.Round == round.Id;
        if (isIn == open) return null;
        return open
            ? stamp => new Send<PutRulesInRound>(new PutRulesInRound(partnership, round.Id), stamp)
            : stamp => new Send<TakeRulesOutOfRound>(new TakeRulesOutOfRound(partnership, round.Id), stamp);
    }

    private Func<Stamp, IRequest<Outcome>>? OfAgreement(CommentRound round, string document, bool open)
    {
        var id = new AgreementId(round.Id.Partnership, document[(document.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        bool isIn = agreements.Find(id)?.State.Round == round.Id;
        if (isIn == open) return null;
        return open
            ? stamp => new Send<PutAgreementInRound>(new PutAgreementInRound(id, round.Id), stamp)
            : stamp => new Send<TakeAgreementOutOfRound>(new TakeAgreementOutOfRound(id, round.Id), stamp);
    }

    private Func<Stamp, IRequest<Outcome>>? OfYear(CommentRound round, bool open)
    {
        if (round.Plan.Subject.Year is not { } year) return null;
        var cycle = new CycleId(round.Id.Partnership, year);
        if (partnerships.Find(cycle.Partnership)?.Years.FirstOrDefault(y => y.Year == year)?.State is not { } state) return null;
        if (open) return state is { Phase: CyclePhase.Draft or CyclePhase.InCommentRound, Round: null }
            ? stamp => new Send<OpenCycleForComments>(new OpenCycleForComments(cycle, round.Id), stamp) : null;
        return state.Phase == CyclePhase.InCommentRound && (state.Round ?? round.Id) == round.Id && !IsInAnotherRound(round, year)
            ? stamp => new Send<ReturnCycleToDraft>(new ReturnCycleToDraft(cycle), stamp) : null;
    }

    private bool IsInAnotherRound(CommentRound round, int year) => rounds.Of(round.Id.Partnership)
        .Any(other => other.State is { Phase: RoundPhase.Open } open && open.Id != round.Id && open.Plan.Subject.Year == year);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Document {Document} could not follow comment round {Round}: {Outcome}")]
    private partial void NotFollowed(string document, RoundId round, Outcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The documents of comment round {Round} could not follow it; a change of it or the next start of the server tries again")]
    private partial void Interrupted(RoundId round, Exception failure);
}
