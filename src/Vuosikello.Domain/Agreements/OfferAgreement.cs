using NodaTime;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

/// <summary>Freezes the draft as a version and lays it before the parties.</summary>
/// <param name="BasedOn">The version that the coordinator read: a text that changed since is read again before it is frozen.</param>
public sealed record OfferAgreement(AgreementId Agreement, long BasedOn) : IAgreementCommand;

/// <summary>Takes an offered or refused version back; its text is a draft again, which gets a new number when it is offered.</summary>
public sealed record ReturnAgreementToDraft(AgreementId Agreement) : IAgreementCommand;

public static partial class AgreementDecider
{
    private static Decision Offer(Agreement state, OfferAgreement command, AgreementSurroundings around, Instant now)
    {
        if (state.Stage is AgreementStage.Offered or AgreementStage.Approved && !HasChangedSince(state, command.BasedOn)) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. NotWritable(state),
            .. HasChangedSince(state, command.BasedOn) ? new[] { new Problem(ProblemCodes.TextChangedMeanwhile, "basedOn") } : [],
            .. ContentRules.Unready(state, around, HelsinkiDays.Of(now)),
        ];
        return Decision.Unless(problems, () => Decision.Accept(Frozen(state, around)));
    }

    private static AgreementOffered Frozen(Agreement state, AgreementSurroundings around)
    {
        var named = state.Draft.Parties.Select(party => new NamedParty(party, NameOf(party, state, around))).ToValueList();
        string text = AgreementText.Of(state.Id, state.NextNumber, state.Draft, named);
        return new(state.NextNumber, named, text, CanonicalText.HashOf(text));
    }

    // who has left the partnership is called as in the version that binds it
    private static LocalText NameOf(PartnerId party, Agreement state, AgreementSurroundings around) =>
        around.Partnership!.Partners.TryGetValue(party.Value, out var found) ? found.Name : state.Current!.Parties.First(named => named.Id == party).Name;

    private static Decision ReturnToDraft(Agreement state) => state.Stage switch
    {
        AgreementStage.Draft => Decision.Accept(),
        AgreementStage.Offered or AgreementStage.Approved or AgreementStage.Refused => Decision.Accept(new AgreementReturnedToDraft(state.Open!.Number)),
        AgreementStage.Signed => Decision.Refuse(new Problem(ProblemCodes.AllHaveSigned, "agreement")),
        _ => new Decision.Refused(NotWritable(state).ToValueList()),
    };
}
