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

/// <summary>Remembers which roles providers gave.</summary>
public sealed class ProvidedRoleList(IDbContextFactory<AccountsDb> databases)
{
    public async Task<IReadOnlyList<(PartnershipId Partnership, Role Role, PartnerId? Partner)>> Of(MemberId member, string issuer, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.ProvidedRoles.AsNoTracking().Where(r => r.Member == member.Value && r.Issuer == issuer).ToListAsync(ct);
        return [.. all.Select(r => (new PartnershipId(r.Partnership), r.Role, r.Partner.Length > 0 ? new PartnerId(r.Partner) : (PartnerId?)null))];
    }

    /// <summary>The role is the provider's from now on. Before the role is given: one that was given and not remembered would never end.</summary>
    public async Task Add(MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        string organisation = partner?.Value ?? "";
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.ProvidedRoles.AnyAsync(r => r.Member == member.Value && r.Issuer == issuer && r.Partnership == partnership.Value && r.Role == role && r.Partner == organisation, ct)) return;
        db.ProvidedRoles.Add(new() { Member = member.Value, Issuer = issuer, Partnership = partnership.Value, Role = role, Partner = organisation });
        await db.SaveChangesAsync(ct);
    }

    public async Task Remove(MemberId member, string issuer, PartnershipId partnership, Role role, PartnerId? partner, CancellationToken ct)
    {
        string organisation = partner?.Value ?? "";
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.ProvidedRoles.Where(r => r.Member == member.Value && r.Issuer == issuer && r.Partnership == partnership.Value && r.Role == role && r.Partner == organisation).ExecuteDeleteAsync(ct);
    }
}
