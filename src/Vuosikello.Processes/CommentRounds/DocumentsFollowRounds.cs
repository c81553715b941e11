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
/// and the round, is finished here: a round that is still planned but has documents opens, or lets them go when it cannot. A document that is in
/// a round which is not on it, because the plan changed meanwhile, comes out. The commands' ids follow from round, document and version, so each
/// happens once; after a restart all rounds are gone through again.
/// </summary>
/// <remarks>An opening under way looks just like one that broke off, perhaps on another server: only what has stayed the same for as long as
/// <see cref="ProcessOptions.OpeningTakes"/> is taken for broken off.</remarks>
internal sealed partial class DocumentsFollowRounds(
    IRoundViews rounds, IRulesViews rules, IAgreementViews agreements, IPartnershipViews partnerships, IBoardViews boards, IViews views, PatientSender sender,
    TimeProvider time, ProcessOptions options, ILogger<DocumentsFollowRounds> logger)
    : BackgroundService
{
    private readonly Channel<Glance> _glances = Channel.CreateUnbounded<Glance>(new() { SingleReader = true });

    /// <summary>A round to be looked at.</summary>
    /// <param name="Round">Which.</param>
    /// <param name="Before">The documents that were in it when it was found planned, some time ago; null when it is looked at for the first time.</param>
    private sealed record Glance(RoundId Round, ValueList<Standing>? Before = null);

    /// <summary>A document that is in a round, at a version.</summary>
    private sealed record Standing(DocumentName Name, long Version);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        foreach (var (id, _) in rounds.All) _glances.Writer.TryWrite(new(id));
        await foreach (var glance in _glances.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Follow(glance, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One round that fails keeps the others from nothing; a change of it or a restart tries again.
                Interrupted(glance.Round, failure);
            }
        }
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
            if ((Streams.IsOf(change.Stream, out RoundId id) ? id : RoundOf(change.Stream)) is { } round) _glances.Writer.TryWrite(new(round));
    }

    /// <summary>The round that a document is in; null when it is in none, or the stream is no document's.</summary>
    private RoundId? RoundOf(StreamName stream) =>
        Streams.IsOfRules(stream, out var partnership) ? rules.Find(partnership)?.State.Round
        : Streams.IsOf(stream, out AgreementId agreement) ? agreements.Find(agreement)?.State.Round
        : Streams.IsOf(stream, out CycleId cycle) ? Year(cycle)?.Round
        : null;

    private async Task Follow(Glance glance, CancellationToken ct)
    {
        if (rounds.Find(glance.Round)?.State is not { } round) return;
        var within = Within(round.Id);
        if (round.Phase == RoundPhase.Planned)
        {
            if (within.Count == 0) return;
            if (within.Equals(glance.Before)) await EndBrokenOff(round, within, ct);
            else _ = LookAgain(new(round.Id, within), ct);
            return;
        }
        HashSet<DocumentName> meant = round.Phase == RoundPhase.Open ? [.. Meant(round)] : [];
        foreach (var document in within)
            if (!meant.Contains(document.Name)) await TakeOut(round, document, ct);
        foreach (var name in meant.Except(within.Select(document => document.Name)))
            if (PuttingIn(round, name) is { } command) Say(round.Id, name.Id, await sender.Send(RoundSteps.CommandFor(round.Id, name, true, VersionOf(round, name)), command, ct));
    }

    /// <summary>Looks once more when an opening would be over; what has changed by then is another one.</summary>
    private async Task LookAgain(Glance glance, CancellationToken ct)
    {
        await Task.Delay(options.OpeningTakes, time, ct);
        _glances.Writer.TryWrite(glance);
    }

    private async Task EndBrokenOff(CommentRound round, ValueList<Standing> within, CancellationToken ct)
    {
        var meant = Meant(round).ToHashSet();
        foreach (var document in within)
            if (!meant.Contains(document.Name)) await TakeOut(round, document, ct);
        if (within.Any(document => meant.Contains(document.Name)))
            Say(round.Id, round.Id.Slug, await sender.Send(RoundSteps.CommandToOpen(round.Id, round.Version), Opening(round), ct));
    }

    private void Say(RoundId round, string what, Outcome outcome)
    {
        if (outcome is not Outcome.Done) NotFollowed(what, round, outcome);
    }

    private static IEnumerable<DocumentName> Meant(CommentRound round) => round.Plan.Subject.Documents(round.Id.Partnership);

    /// <summary>The documents that are in a round, whether it is on them or not.</summary>
    private ValueList<Standing> Within(RoundId round)
    {
        var partnership = round.Partnership;
        return
        [
            .. rules.Find(partnership)?.State is { } text && text.Round == round ? new[] { new Standing(DocumentName.OfRules(partnership), text.Version) } : [],
            .. from view in agreements.Of(partnership) where view.State.Round == round select new Standing(DocumentName.Of(view.State.Id), view.State.Version),
            .. from year in Years(partnership) where year.Round == round select new Standing(DocumentName.Of(year.Id), year.Version),
        ];
    }

    private long VersionOf(CommentRound round, DocumentName name) => name.Kind switch
    {
        DocumentKind.WorkingRules => rules.Find(round.Id.Partnership)?.State.Version,
        DocumentKind.Agreement => agreements.Find(name.Agreement(round.Id.Partnership))?.State.Version,
        _ => Year(round.Plan.Subject.Cycle(round.Id.Partnership)!.Value)?.Version,
    } ?? -1;

    private IEnumerable<AnnualCycle> Years(PartnershipId partnership) => partnerships.Find(partnership)?.Years.Select(y => y.State) ?? [];

    private AnnualCycle? Year(CycleId cycle) => Years(cycle.Partnership).FirstOrDefault(year => year.Id == cycle);

    private async Task TakeOut(CommentRound round, Standing document, CancellationToken ct)
    {
        var (id, partnership, name) = (round.Id, round.Id.Partnership, document.Name);
        Func<Stamp, IRequest<Outcome>> command = name.Kind switch
        {
            DocumentKind.WorkingRules => stamp => new Send<TakeRulesOutOfRound>(new TakeRulesOutOfRound(partnership, id), stamp),
            DocumentKind.Agreement => stamp => new Send<TakeAgreementOutOfRound>(new TakeAgreementOutOfRound(name.Agreement(partnership), id), stamp),
            _ => stamp => new Send<ReturnCycleToDraft>(new ReturnCycleToDraft(Years(partnership).First(year => DocumentName.Of(year.Id) == name).Id, id), stamp),
        };
        Say(id, name.Id, await sender.Send(RoundSteps.CommandFor(id, name, false, document.Version), command, ct));
    }

    private Func<Stamp, IRequest<Outcome>> Opening(CommentRound round)
    {
        var activities = round.Plan.Subject.Cycle(round.Id.Partnership) is { } cycle ? boards.Find(cycle)?.Activities.Select(a => a.Id).ToValueList() ?? [] : [];
        return stamp => new Send<OpenRound>(new OpenRound(round.Id, activities), stamp);
    }

    /// <summary>What puts a document in an open round; null of a year that is commented on elsewhere, or is adopted.</summary>
    private Func<Stamp, IRequest<Outcome>>? PuttingIn(CommentRound round, DocumentName name)
    {
        var (id, partnership) = (round.Id, round.Id.Partnership);
        return name.Kind switch
        {
            DocumentKind.WorkingRules => stamp => new Send<PutRulesInRound>(new PutRulesInRound(partnership, id), stamp),
            DocumentKind.Agreement => stamp => new Send<PutAgreementInRound>(new PutAgreementInRound(name.Agreement(partnership), id), stamp),
            _ when Year(round.Plan.Subject.Cycle(partnership)!.Value) is { Phase: CyclePhase.Draft or CyclePhase.InCommentRound, Round: null } year =>
                stamp => new Send<OpenCycleForComments>(new OpenCycleForComments(year.Id, id), stamp),
            _ => null,
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Document} could not follow comment round {Round}: {Outcome}")]
    private partial void NotFollowed(string document, RoundId round, Outcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The documents of comment round {Round} could not follow it; a change of it or the next start of the server tries again")]
    private partial void Interrupted(RoundId round, Exception failure);
}
