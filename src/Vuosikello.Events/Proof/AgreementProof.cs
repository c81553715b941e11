using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Events.Proof;

/// <summary>
/// What an agreement's events say of its versions, their hashes and their signatures, and whether that fits together: a hash is
/// that of its text, the text is that of the clauses, and every signature is over the hash of its version.
/// </summary>
internal sealed class AgreementProof : StreamProof
{
    private readonly List<ExportedVersion> _versions = [];
    private readonly List<(RulesReference, long)> _references = [];
    private Agreement? _state;

    /// <summary>The versions so far.</summary>
    public IReadOnlyList<ExportedVersion> Versions => _versions;

    /// <summary>The versions that a stream's events make; none of a stream that is no agreement's.</summary>
    public static IReadOnlyList<ExportedVersion> Of(ExportedStream stream)
    {
        var proof = new AgreementProof();
        if (Streams.IsOf(stream.Head.Stream, out AgreementId _))
            foreach (var e in stream.Events) proof.Next(e.Event);
        return proof.Versions;
    }

    /// <summary>The working rules that frozen versions refer to, each with the event that froze the version.</summary>
    public IEnumerable<(RulesReference Rules, long Event)> References => _references;

    protected override MisfitReason? Next(Fact fact)
    {
        var before = _state;
        _state = Agreement.Evolve(before, fact);
        switch (fact.Event)
        {
            case AgreementOffered offered:
                _versions.Add(new(offered.Number, offered.Text, offered.Hash, fact.Version, [], []));
                if (before is null) return null;
                foreach (var rules in before.Draft.Rules) _references.Add((rules, fact.Version));
                return IsText(before, offered) ? null : MisfitReason.TextOfAnother;
            case AgreementApproved approved:
                return Consent(approved.Number, approved.Hash, v => v with { Approvals = With(v.Approvals, approved.Party, approved.Hash, fact) });
            case AgreementSigned signed:
                return Consent(signed.Number, signed.Hash, v => v with { Signatures = With(v.Signatures, signed.Party, signed.Hash, fact) });
            case AgreementSignatureWithdrawn withdrawn:
                return Change(withdrawn.Number, v => v with { Signatures = [.. v.Signatures.Where(s => s.Party != withdrawn.Party.Value)] });
            default:
                return null;
        }
    }

    private static bool IsText(Agreement before, AgreementOffered offered)
    {
        if (CanonicalText.HashOf(offered.Text) != offered.Hash) return false;
        string today = AgreementText.Of(before.Id, offered.Number, before.Draft, offered.Parties);
        // A text of an older form stays valid as it was frozen: only one of today's form can be made anew.
        return FormOf(today) != FormOf(offered.Text) || today == offered.Text;
    }

    private static string FormOf(string text) => text.Split('\n', 2)[0];

    private MisfitReason? Consent(int number, string hash, Func<ExportedVersion, ExportedVersion> change) =>
        Change(number, change) ?? (_versions.Find(v => v.Number == number)!.Hash == hash ? null : MisfitReason.ConsentToAnother);

    private MisfitReason? Change(int number, Func<ExportedVersion, ExportedVersion> change)
    {
        int at = _versions.FindIndex(v => v.Number == number);
        if (at < 0) return MisfitReason.ConsentToAnother;
        _versions[at] = change(_versions[at]);
        return null;
    }

    private static List<ExportedConsent> With(IReadOnlyList<ExportedConsent> consents, PartnerId party, string hash, Fact fact) =>
        [.. consents.Where(c => c.Party != party.Value), new(party.Value, fact.Stamp.By.Value, fact.Stamp.At, hash, fact.Version)];
}
