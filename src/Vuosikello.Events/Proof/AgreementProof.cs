using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Events.Proof;

/// <summary>
/// What an agreement's events say of its versions, their hashes and their signatures, and whether that fits together: a hash is
/// that of its text, the text is that of the clauses, every signature is a party's and over the hash of its version, and no version
/// comes into force before all have signed it.
/// </summary>
internal sealed class AgreementProof(CheckEffort effort) : StreamProof(effort)
{
    private readonly List<ExportedVersion> _versions = [];
    private readonly List<(RulesReference, long)> _references = [];
    private Agreement? _state;

    /// <summary>The versions so far.</summary>
    public IReadOnlyList<ExportedVersion> Versions => _versions;

    /// <summary>The versions that a stream's events make; none of a stream that is no agreement's.</summary>
    public static IReadOnlyList<ExportedVersion> Of(ExportedStream stream)
    {
        var proof = new AgreementProof(new CheckEffort(long.MaxValue));
        if (Streams.IsOf(stream.Head.Stream, out AgreementId _))
            foreach (var e in stream.Events) proof.Next(e.Event);
        return proof.Versions;
    }

    /// <summary>The working rules that frozen versions refer to, each with the event that froze the version.</summary>
    public IEnumerable<(RulesReference Rules, long Event)> References => _references;

    protected override int Clauses => _state?.Draft.Clauses.Count ?? 0;

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
                return OfText(before, offered);
            case AgreementApproved approved:
                return Consent(before, approved.Party, approved.Number, approved.Hash, v => v with { Approvals = With(v.Approvals, approved.Party, approved.Hash, fact) });
            case AgreementSigned signed:
                return Consent(before, signed.Party, signed.Number, signed.Hash, v => v with { Signatures = With(v.Signatures, signed.Party, signed.Hash, fact) });
            case AgreementSignatureWithdrawn withdrawn:
                return Change(withdrawn.Number, v => v with { Signatures = [.. v.Signatures.Where(s => s.Party != withdrawn.Party.Value)] });
            case AgreementCameIntoForce inForce:
                return IsSignedByAll(before, inForce.Number) ? null : MisfitReason.NotSignedByAll;
            default:
                return null;
        }
    }

    // What is cheap to compare comes first: a text may be millions of characters long.
    private MisfitReason? OfText(Agreement before, AgreementOffered offered)
    {
        if (!AgreementText.IsOfKnownForm(offered.Text)) return MisfitReason.FormNotKnown;
        if (offered.Number != before.NextNumber || CanonicalText.HashOf(offered.Text) != offered.Hash) return MisfitReason.TextOfAnother;
        Effort.Spend(LengthOf(before.Draft) + ((long)before.Draft.Parties.Count * offered.Parties.Count));
        return AgreementText.Of(before.Id, offered.Number, before.Draft, offered.Parties) == offered.Text ? null : MisfitReason.TextOfAnother;
    }

    private static long LengthOf(AgreementContent content) =>
        content.Title.Length + content.Clauses.Sum(c => (long)c.Title.Length + c.Text.Length)
        + content.Commitments.Sum(c => (long)c.What.Length + c.Activities.Count) + content.Attachments.Sum(a => (long)a.Title.Length + a.Link.Length);

    private MisfitReason? Consent(Agreement? before, PartnerId party, int number, string hash, Func<ExportedVersion, ExportedVersion> change)
    {
        if (Change(number, change) is { } missing) return missing;
        if (_versions.Find(v => v.Number == number)!.Hash != hash) return MisfitReason.ConsentToAnother;
        return Bound(before, number).Contains(party) ? null : MisfitReason.NotAParty;
    }

    private static bool IsSignedByAll(Agreement? before, int number) =>
        before?.Versions.FirstOrDefault(v => v.Number == number) is { } version
        && Bound(before, number).All(party => version.Signatures.Any(signature => signature.Party == party));

    /// <summary>Whose consent a version takes: its parties', and of those whom the version that it replaces binds and this one lets go.</summary>
    private static IEnumerable<PartnerId> Bound(Agreement? before, int number) =>
        before is null ? [] : (before.Versions.FirstOrDefault(v => v.Number == number)?.Content.Parties ?? []).Concat(before.Current?.Content.Parties ?? []);

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
