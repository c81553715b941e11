using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;

namespace Vuosikello.TestKit;

/// <summary>Four numbers that mean one move, whatever the state is: what is done, by whom, with what, and how the clock moves before.</summary>
public readonly record struct AgreementMove(int Kind, int Who, int What, int Clock);

/// <summary>One step of a play.</summary>
/// <param name="Made">Whether the remark that the command names as its origin, if it names one, was made.</param>
public sealed record AgreementStep(Agreement Before, IAgreementCommand Command, Decision Decision, Agreement After, Instant Now, bool Made);

/// <summary>
/// Plays moves on the sample agreement: commands that mostly can be, some that cannot, with retries, withdrawals, and a clock that
/// jumps forward and back. The same moves always make the same play.
/// </summary>
public sealed class AgreementPlay
{
    /// <summary>How many kinds of moves there are.</summary>
    public const int Kinds = 20;

    private static readonly PartnerId[] Parties = [AgreementSamples.Kerava, AgreementSamples.Tuusula, AgreementSamples.Associations];
    private static readonly RoundId[] Rounds = [new(Samples.PartnershipId, "kevat"), new(Samples.PartnershipId, "syksy")];

    private static readonly RoundPlan Plan = new(
        new LocalText("Kierros"), LocalText.Empty, new RoundSubject(false, [AgreementSamples.Id], null), [.. Parties], Instant.FromUtc(2025, 9, 1, 6, 0), Instant.FromUtc(2025, 10, 1, 6, 0), []);

    private IAgreementCommand? _last;
    private int _commands;

    /// <param name="renewedByMonths">How the first draft is renewed; not at all when null.</param>
    public AgreementPlay(int? renewedByMonths)
    {
        var drafted = new AgreementDrafted(AgreementSamples.Id, AgreementSamples.Content with
        {
            Term = new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29), renewedByMonths),
        });
        Take(drafted);
    }

    public Agreement State { get; private set; } = null!;
    public List<Fact> Facts { get; } = [];
    public Instant Now { get; private set; } = Instant.FromUtc(2026, 1, 10, 9, 0);

    public IEnumerable<AgreementStep> Play(IEnumerable<AgreementMove> moves) => moves.Select(Step);

    private AgreementStep Step(AgreementMove move)
    {
        Now += Jump(move.Clock);
        var before = State;
        var command = CommandOf(move);
        _last = command;
        _commands++;
        var decision = AgreementDecider.Decide(before, command, AgreementSamples.Around with { Remarked = Remarked(command, move.What) }, Now);
        if (decision is Decision.Accepted accepted)
            foreach (var e in accepted.Events) Take(e);
        return new(before, command, decision, State, Now, IsMade(move.What));
    }

    private void Take(IEvent e)
    {
        var fact = new Fact(e, Facts.Count, Stamps.Coordinator with { Command = new CommandId(new Guid(_commands, 8, 0, new byte[8])), At = Now });
        Facts.Add(fact);
        State = Agreement.Evolve(State, fact)!;
    }

    /// <summary>The closed round in which the remark was made that the command names as its origin; of every fourth move nobody made it.</summary>
    private static CommentRound? Remarked(IAgreementCommand command, int what) => command is not ITracedCommand { Origin.Remark: { } remark } || !IsMade(what) ? null
        : Samples.Fold<CommentRound>(
            new RoundPlanned(remark.Round, Plan),
            new RoundOpened([]),
            new StatementSent(remark.Partner, [new ClauseStand(remark.Clause, Stance.Against, new LocalText("Liian lyhyt."))], LocalText.Empty, Late: false),
            new RoundClosed([remark.Partner], []));

    /// <summary>Whether the remark that a move names as its origin was made.</summary>
    private static bool IsMade(int what) => what % 4 != 0;

    private static Duration Jump(int clock) => (clock % 10) switch
    {
        0 => Duration.FromDays(-40),
        1 => Duration.FromDays(45),
        2 => Duration.FromDays(200),
        3 => Duration.FromDays(3),
        _ => Duration.FromMinutes(7),
    };

    private IAgreementCommand CommandOf(AgreementMove move)
    {
        var (id, party, what) = (AgreementSamples.Id, Parties[move.Who % (move.Who % 7 == 0 ? 3 : 2)], move.What);
        long basedOn = what % 5 == 0 ? Math.Max(0, State.Version - what) : State.Version;
        string hash = what % 6 == 0 && State.Versions.Count > 0 ? State.Versions[0].Hash : what % 11 == 0 ? "none" : State.Open?.Hash ?? "none";
        var clause = State.Draft.Clauses.Count > 0 ? State.Draft.Clauses[what % State.Draft.Clauses.Count].Id : AgreementSamples.Keys;
        var origin = what % 3 == 0 ? new ChangeOrigin(Remark: new(Rounds[what % 2], party, clause)) : null;
        return (move.Kind % Kinds) switch
        {
            0 => new EditAgreement(id, basedOn, Changes(what)),
            1 => new AddAgreementClause(id, new ClauseId(new Guid(what, 9, 0, new byte[8])), LocalText.Empty, new LocalText($"Kohta {what}"), what % 2 == 0 ? clause : null, origin),
            2 => new EditAgreementClause(id, clause, basedOn, null, new(new LocalText($"Teksti {what}")), origin),
            3 => new MoveAgreementClause(id, clause, basedOn, null, origin),
            4 => new RemoveAgreementClause(id, clause, basedOn, origin),
            5 => new PutAgreementInRound(id, Rounds[what % 2]),
            6 => new TakeAgreementOutOfRound(id, Rounds[what % 2]),
            7 or 8 => new OfferAgreement(id, basedOn),
            9 => new ReturnAgreementToDraft(id),
            10 or 11 => new ApproveAgreement(id, party, hash, new LocalText("hallitus"), HelsinkiDays.Of(Now), $"§ {what % 2}"),
            12 => what % 3 == 0 ? new RefuseAgreement(id, party, hash, new LocalText("Ei käy")) : new SignAgreement(id, party, hash),
            13 or 14 => new SignAgreement(id, party, hash),
            15 => new WithdrawAgreementSignature(id, party),
            16 => new AmendAgreement(id, what % 2 == 0 ? null : HelsinkiDays.Of(Now).PlusDays(what % 60)),
            17 => what % 4 == 0 ? new GiveNotice(id, party, new LocalText("Loppuu")) : new DropAmendment(id),
            18 => new LetTimePass(id),
            _ => _last ?? new LetTimePass(id),
        };
    }

    private AgreementChanges Changes(int what) => (what % 5) switch
    {
        0 => new() { Title = new(new LocalText($"Nimi {what}", sv: what % 2 == 0 ? "Namn" : null)) },
        1 => new() { Parties = new((what / 5 % 4) switch { 0 => [Parties[0], Parties[1]], 1 => [Parties[1], Parties[0]], 2 => [Parties[1], Parties[2]], _ => [.. Parties] }) },
        2 => new() { Term = new(new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29).PlusMonths(what % 30), what % 3 == 0 ? null : 12)) },
        3 => new() { Notice = new(new NoticePeriod(what % 5, NoticeUnit.Months)) },
        _ => new()
        {
            Commitments = new([.. State.Draft.Commitments.Take(1), new Commitment(
                new CommitmentId(new Guid(what, 10, 0, new byte[8])), Parties[what % 2], new LocalText($"Lupaus {what}"), new CommitmentDue(1 + (what % 12), 1 + (what % 28)), [])]),
        },
    };
}
