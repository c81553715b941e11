using NodaTime;

namespace Vuosikello.Domain.Agreements;

public sealed partial record Agreement
{
    /// <inheritdoc />
    public static Agreement? Evolve(Agreement? state, Fact fact) => (state, fact.Event) switch
    {
        (null, AgreementDrafted e) => new Agreement(
            e.Agreement, e.Content, true, null, [], AgreementStanding.NotYet, null, null, 0, null, null, [], TouchOf(fact), [], fact.Version),
        (null, _) => null,
        _ => (state.Written(fact) ?? state.Settled(fact) ?? state.Passed(fact) ?? state) with { Version = fact.Version },
    };

    /// <summary>What is done to the draft.</summary>
    private Agreement? Written(Fact fact) => fact.Event switch
    {
        AgreementRetitled e => With(Draft with { Title = e.Title }, AgreementFields.Title, fact),
        AgreementKindChosen e => With(Draft with { Kind = e.Kind }, AgreementFields.Kind, fact),
        AgreementPlacedUnder e => With(Draft with { Under = e.Under }, AgreementFields.Under, fact),
        AgreementPartiesChosen e => With(Draft with { Parties = e.Parties }, AgreementFields.Parties, fact),
        AgreementTermSet e => With(Draft with { Term = e.Term }, AgreementFields.Term, fact),
        AgreementNoticePeriodSet e => With(Draft with { Notice = e.Notice }, AgreementFields.Notice, fact),
        AmendmentDated e => With(Draft with { AmendedFrom = e.From }, AgreementFields.AmendedFrom, fact),
        AgreementRulesChosen e => With(Draft with { Rules = e.Rules }, AgreementFields.Rules, fact),
        AgreementCommitmentsSet e => With(Draft with { Commitments = e.Commitments }, AgreementFields.Commitments, fact),
        AgreementAttachmentsSet e => With(Draft with { Attachments = e.Attachments }, AgreementFields.Attachments, fact),
        AgreementClauseAdded e => With(Draft.WithClause(e.Clause, e.After), AgreementFields.Clause(e.Clause.Id), fact),
        AgreementClauseRetitled e => With(Draft.WithClause(e.Clause, c => c with { Title = e.Title }), AgreementFields.ClauseTitle(e.Clause), fact),
        AgreementClauseReworded e => With(Draft.WithClause(e.Clause, c => c with { Text = e.Text }), AgreementFields.ClauseText(e.Clause), fact),
        AgreementClauseMoved e => With(Draft.WithClauseMoved(e.Clause, e.After), AgreementFields.ClausePlace(e.Clause), fact),
        AgreementClauseRemoved e => With(Draft.WithoutClause(e.Clause), AgreementFields.Clause(e.Clause), fact),
        AgreementPutInRound e => this with { Round = e.Round },
        AgreementTakenOutOfRound => this with { Round = null },
        AmendmentStarted e => this with
        {
            Drafting = true,
            Draft = InForceNow with { AmendedFrom = e.From, Term = InForceNow.Term with { Until = Until } },
            DraftSince = TouchOf(fact),
        },
        AmendmentDropped => this with { Drafting = false, Draft = InForceNow, DraftSince = TouchOf(fact) },
        _ => null,
    };

    /// <summary>What the parties do about a version.</summary>
    private Agreement? Settled(Fact fact) => fact.Event switch
    {
        AgreementOffered e => this with
        {
            Drafting = false,
            Versions = [.. Versions, new(e.Number, Draft, e.Parties, e.Text, e.Hash, Consenting, fact.Stamp, VersionStatus.Open, [], [], null, null)],
        },
        AgreementReturnedToDraft e => With(e.Number, v => v with { Status = VersionStatus.TakenBack }) with { Drafting = true },
        AgreementApproved e => With(e.Number, v => v with
        {
            Approvals = [.. v.Approvals.Where(a => a.Party != e.Party), new(e.Party, e.Hash, e.Body, e.MetOn, e.Section, fact.Stamp)],
        }),
        AgreementRefused e => With(e.Number, v => v with { Refusal = new(e.Party, e.Hash, e.Reason, fact.Stamp) }),
        AgreementSigned e => With(e.Number, v => v with { Signatures = [.. v.Signatures, new(e.Party, e.Hash, fact.Stamp)] }),
        AgreementSignatureWithdrawn e => With(e.Number, v => v with { Signatures = v.Signatures.Where(s => s.Party != e.Party).ToValueList() }),
        AgreementNoticeGiven e => this with { Notice = new(e.Party, e.Reason, e.GivenOn, e.EndsOn, fact.Stamp) },
        _ => null,
    };

    /// <summary>What time brings about.</summary>
    private Agreement? Passed(Fact fact) => fact.Event switch
    {
        AgreementCameIntoForce e => InForceWith(e.Number, e.At),
        AgreementRenewed e => this with { Until = e.Until, Renewals = Renewals + 1 },
        AgreementTerminated => Ended(AgreementStanding.Terminated),
        AgreementExpired => Ended(AgreementStanding.Expired),
        CommitmentFellDue e => this with { FellDue = [.. FellDue.Where(d => d.Commitment != e.Commitment), new(e.Commitment, e.On)] },
        _ => null,
    };

    private ValueList<PartnerId> Consenting => Draft.Parties.Union(Current?.Content.Parties ?? []).ToValueList();

    private AgreementContent InForceNow => Current?.Content ?? Draft;

    private Agreement InForceWith(int number, Instant at)
    {
        // a log from which somebody took events is folded too, for who looks for what is wrong with it
        if (number < 1 || number > Versions.Count) return this;
        var replaced = InForce is { } old ? With(old, v => v with { Status = VersionStatus.Replaced }) : this;
        var state = replaced.With(number, v => v with { Status = VersionStatus.InForce, InForceFrom = at });
        var term = Versions[number - 1].Content.Term;
        return state with
        {
            Standing = AgreementStanding.InForce,
            InForce = number,
            Until = term.Until,
            Renewals = 0,
            // a party that signs late is bound from the first day on; what an amendment adds is not due before it
            CommitmentsFrom = InForce is null ? term.From : HelsinkiDays.Of(at),
        };
    }

    // what was still being made when the agreement ended comes to nothing
    private Agreement Ended(AgreementStanding standing)
    {
        var state = InForce is { } number ? With(number, v => v with { Status = VersionStatus.Ended }) : this;
        if (Open is { } open) state = state.With(open.Number, v => v with { Status = VersionStatus.TakenBack });
        return state with { Standing = standing, Drafting = false, Round = null };
    }

    private Agreement With(int number, Func<AgreementVersion, AgreementVersion> change) =>
        this with { Versions = Versions.Select(v => v.Number == number ? change(v) : v).ToValueList() };

    private Agreement With(AgreementContent draft, string field, Fact fact) => this with
    {
        Draft = draft,
        Touched = [.. Touched.Where(t => t.Field != field), new(field, fact.Version, fact.Stamp)],
    };

    private static Touch TouchOf(Fact fact) => new(fact.Version, fact.Stamp);
}
