namespace Vuosikello.Domain.Agreements;

/// <summary>A party does not accept the version with this hash. It goes back to the coordinator.</summary>
public sealed record RefuseAgreement(AgreementId Agreement, PartnerId Party, string Hash, LocalText Reason) : IPartyCommand;

public static partial class AgreementDecider
{
    private static Decision Refuse(Agreement state, RefuseAgreement command)
    {
        if (state.VersionWith(command.Hash)?.Refusal is { } known && known.Party == command.Party && known.Reason == command.Reason) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. NotBeforeParty(state, command.Party, command.Hash),
            .. HasSigned(state.Open, command.Party) ? new[] { new Problem(ProblemCodes.AlreadySigned, "party") } : [],
            .. Texts.Required(command.Reason, "reason", ContentRules.ReasonLimit),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AgreementRefused(command.Party, state.Open!.Number, command.Hash, command.Reason)));
    }

    private static bool HasSigned(AgreementVersion? version, PartnerId party) =>
        version is not null && version.Signatures.Any(signature => signature.Party == party);
}
