using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Commands;
using Vuosikello.Commands.CommentRounds;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes.CommentRounds;

/// <summary>
/// A round is over → its documents are out of it, and the year is a draft again. Opening puts them in; what broke off there, between the documents
/// and the round, is finished here: a round that is still planned but has documents already opens, or lets them go when it cannot. The commands'
/// ids follow from round, document and version, so each happens once; after a restart all rounds are gone through again.
/// </summary>
internal sealed partial class DocumentsFollowRounds(
    IRoundViews rounds, IRulesViews rules, IAgreementViews agreements, IPartnershipViews partnerships, IBoardViews boards, IViews views, PatientSender sender,
    ILogger<DocumentsFollowRounds> logger)
    : BackgroundService
{
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
            if ((Streams.IsOf(change.Stream, out RoundId id) ? id : RoundOf(change.Stream)) is { } round) _changed.Writer.TryWrite(round);
    }

    /// <summary>The round that a document is in; null when it is in none, or the stream is no document's.</summary>
    private RoundId? RoundOf(StreamName stream) =>
        Streams.IsOfRules(stream, out var partnership) ? rules.Find(partnership)?.State.Round
        : Streams.IsOf(stream, out AgreementId agreement) ? agreements.Find(agreement)?.State.Round
        : Streams.IsOf(stream, out CycleId cycle) ? Year(cycle)?.Round
        : null;

    private async Task Follow(RoundId id, CancellationToken ct)
    {
        if (rounds.Find(id)?.State is not { } round) return;
        var standing = round.Plan.Subject.Documents(id.Partnership).Select(name => Of(round, name)).ToArray();
        if (round.Phase == RoundPhase.Planned)
        {
            if (standing.Any(d => d.Round == id)) Say(id, id.Slug, await sender.Send(RoundSteps.CommandToOpen(id, round.Version), Opening(round), ct));
            return;
        }
        bool open = round.Phase == RoundPhase.Open;
        foreach (var document in standing)
            if (Command(round, document, open) is { } command)
                Say(id, document.Name.Id, await sender.Send(RoundSteps.CommandFor(id, document.Name, open, document.Version), command, ct));
    }

    private void Say(RoundId round, string what, Outcome outcome)
    {
        if (outcome is not Outcome.Done) NotFollowed(what, round, outcome);
    }

    /// <summary>How a document stands to rounds.</summary>
    private sealed record Standing(DocumentName Name, RoundId? Round, long Version);

    private Standing Of(CommentRound round, DocumentName name)
    {
        var partnership = round.Id.Partnership;
        return name.Kind switch
        {
            DocumentKind.WorkingRules => new(name, rules.Find(partnership)?.State.Round, rules.Find(partnership)?.State.Version ?? -1),
            DocumentKind.Agreement when agreements.Find(name.Agreement(partnership))?.State is var state => new(name, state?.Round, state?.Version ?? -1),
            _ when Year(round.Plan.Subject.Cycle(partnership)!.Value) is var year => new(name, year?.Round, year?.Version ?? -1),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name.Kind, "no document of this kind"),
        };
    }

    private AnnualCycle? Year(CycleId cycle) => partnerships.Find(cycle.Partnership)?.Years.FirstOrDefault(y => y.Year == cycle.Year)?.State;

    private Func<Stamp, IRequest<Outcome>> Opening(CommentRound round)
    {
        var activities = round.Plan.Subject.Cycle(round.Id.Partnership) is { } cycle ? boards.Find(cycle)?.Activities.Select(a => a.Id).ToValueList() ?? [] : [];
        return stamp => new Send<OpenRound>(new OpenRound(round.Id, activities), stamp);
    }

    /// <summary>What is to be sent so that the document stands as the round does; null when it does already.</summary>
    private Func<Stamp, IRequest<Outcome>>? Command(CommentRound round, Standing document, bool open)
    {
        var (id, partnership) = (round.Id, round.Id.Partnership);
        if (document.Name.Kind == DocumentKind.AnnualCycle) return OfYear(round.Plan.Subject.Cycle(partnership)!.Value, id, open);
        if ((document.Round == id) == open) return null;
        return (document.Name.Kind, open) switch
        {
            (DocumentKind.WorkingRules, true) => stamp => new Send<PutRulesInRound>(new PutRulesInRound(partnership, id), stamp),
            (DocumentKind.WorkingRules, false) => stamp => new Send<TakeRulesOutOfRound>(new TakeRulesOutOfRound(partnership, id), stamp),
            (_, true) => stamp => new Send<PutAgreementInRound>(new PutAgreementInRound(document.Name.Agreement(partnership), id), stamp),
            _ => stamp => new Send<TakeAgreementOutOfRound>(new TakeAgreementOutOfRound(document.Name.Agreement(partnership), id), stamp),
        };
    }

    private Func<Stamp, IRequest<Outcome>>? OfYear(CycleId cycle, RoundId round, bool open) => (open, Year(cycle)) switch
    {
        (true, { Phase: CyclePhase.Draft or CyclePhase.InCommentRound, Round: null }) => stamp => new Send<OpenCycleForComments>(new OpenCycleForComments(cycle, round), stamp),
        (false, { } year) when year.Round == round => stamp => new Send<ReturnCycleToDraft>(new ReturnCycleToDraft(cycle, round), stamp),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Document} could not follow comment round {Round}: {Outcome}")]
    private partial void NotFollowed(string document, RoundId round, Outcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The documents of comment round {Round} could not follow it; a change of it or the next start of the server tries again")]
    private partial void Interrupted(RoundId round, Exception failure);
}
