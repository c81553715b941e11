using Vuosikello.Accounts.Audit;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Audit;

/// <summary>A page of the audit trail.</summary>
/// <param name="Entries">The latest first.</param>
/// <param name="More">Whether there are older ones.</param>
public sealed record AuditShown(AuditQuery Query, IReadOnlyList<AuditEntry> Entries, bool More);

/// <summary>Puts the trail together: sign-ins, exports and tokens from the accounts, rights from the log.</summary>
public sealed class AuditPages(AuditTrail trail, IRightsTrail rights, IMembershipViews memberships, IPartnershipViews partnerships, IMemberNames names)
{
    /// <exception cref="Events.StoreUnavailableException">The log cannot be read now.</exception>
    public async Task<AuditShown> Find(AuditQuery query, CancellationToken ct)
    {
        if (query.Problems.Count > 0) return new(query, [], false);
        int most = query.Page * AuditQuery.Length + 1;
        var persons = query.Person is { } person ? Persons(person) : null;
        List<AuditEntry> all = [];
        if (query.Kind is null || !AuditWords.IsOfRights(query.Kind))
            all.AddRange((await trail.Read(new(query.Kind is { } kind ? [kind] : [], persons, query.Begins, query.Ends), most, ct)).Select(AuditEntry.Of));
        if (query.Kind is null || AuditWords.IsOfRights(query.Kind))
            all.AddRange((await rights.Read(ct)).Select(AuditEntry.Of).OfType<AuditEntry>().Where(entry => IsAsked(entry, query, persons)));
        var page = all.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((query.Page - 1) * AuditQuery.Length).Take(AuditQuery.Length + 1).ToList();
        return new(query, [.. page.Take(AuditQuery.Length)], page.Count > AuditQuery.Length && query.Page < AuditQuery.MostPages);
    }

    private static bool IsAsked(AuditEntry entry, AuditQuery query, IReadOnlyCollection<Guid>? persons) =>
        (query.Kind is null || entry.Kind == query.Kind)
        && (query.Begins is not { } from || entry.At >= from) && (query.Ends is not { } to || entry.At < to)
        && (persons is null || (entry.By is { } by && persons.Contains(by.Value)) || (entry.About is { } about && persons.Contains(about.Value)));

    /// <summary>Whom an id or a part of a name means, among those who hold or have held a role.</summary>
    private HashSet<Guid> Persons(string typed)
    {
        if (Guid.TryParse(typed, out var id)) return [id];
        string wanted = Folded.Letters(typed);
        return
        [
            .. partnerships.All.SelectMany(view => memberships.ListOf(view.Id)?.Members.Keys ?? []).Concat(memberships.Administrators.Select(one => one.Member.Value)).Distinct()
                .Where(member => names.NameOf(new(member), LanguageSetup.Current) is { } name && Folded.Letters(name).Contains(wanted, StringComparison.Ordinal)),
        ];
    }
}
