using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Accounts.Logins;

/// <summary>A role that somebody holds because a provider of sign-ins says so: only such a role ends when the provider says so no more.</summary>
public sealed class ProvidedRole
{
    public Guid Member { get; init; }

    /// <summary>The provider.</summary>
    public string Issuer { get; init; } = "";

    public string Partnership { get; init; } = "";

    public Role Role { get; init; }

    /// <summary>The organisation of an editor's or a signatory's role; empty for every other role.</summary>
    public string Partner { get; init; } = "";

    /// <summary>Whether it was given already. Not yet: a crash or a store that was away came between, and it is given at the next sign-in.</summary>
    public bool IsGiven { get; init; }
}

internal sealed class ProvidedRoleModel : IEntityTypeConfiguration<ProvidedRole>
{
    public void Configure(EntityTypeBuilder<ProvidedRole> builder)
    {
        builder.ToTable("ProvidedRoles");
        builder.HasKey(role => new { role.Member, role.Issuer, role.Partnership, role.Role, role.Partner });
        builder.Property(role => role.Issuer).HasMaxLength(ExternalLogins.LongestIssuer);
        builder.Property(role => role.Role).HasConversion<string>().HasMaxLength(40);
    }
}

/// <summary>A role that a provider gave, or is about to give.</summary>
/// <param name="IsGiven">Whether it was given: whoever has lost it since lost it here.</param>
public sealed record RoleOfProvider(PartnershipId Partnership, Role Role, PartnerId? Partner, bool IsGiven);

/// <summary>Remembers which roles providers gave.</summary>
public sealed class ProvidedRoleList(IDbContextFactory<AccountsDb> databases)
{
    public async Task<IReadOnlyList<RoleOfProvider>> Of(MemberId member, string issuer, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.ProvidedRoles.AsNoTracking().Where(r => r.Member == member.Value && r.Issuer == issuer).ToListAsync(ct);
        return [.. all.Select(r => new RoleOfProvider(new(r.Partnership), r.Role, r.Partner.Length > 0 ? new PartnerId(r.Partner) : null, r.IsGiven))];
    }

    /// <summary>The role is the provider's from now on. Before the role is given: one that was given and not remembered would never end.</summary>
    public async Task Add(MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Rows(db, member, issuer, partnership, role, partner).AnyAsync(ct)) return;
        db.ProvidedRoles.Add(new() { Member = member.Value, Issuer = issuer, Partnership = partnership.Value, Role = role, Partner = partner?.Value ?? "" });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The role has been given.</summary>
    public async Task Confirm(MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Rows(db, member, issuer, partnership, role, partner).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsGiven, true), ct);
    }

    public async Task Remove(MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Rows(db, member, issuer, partnership, role, partner).ExecuteDeleteAsync(ct);
    }

    private static IQueryable<ProvidedRole> Rows(AccountsDb db, MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner)
    {
        string organisation = partner?.Value ?? "";
        return db.ProvidedRoles.Where(r => r.Member == member.Value && r.Issuer == issuer && r.Partnership == partnership.Value && r.Role == role && r.Partner == organisation);
    }
}
