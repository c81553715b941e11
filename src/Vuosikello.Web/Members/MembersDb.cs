using Microsoft.EntityFrameworkCore;

namespace Vuosikello.Web.Members;

/// <summary>
/// What belongs to persons and can be erased with them: <c>members.db</c> in the data folder. Nothing of it is an event, and no event needs it.
/// </summary>
public sealed class MembersDb(DbContextOptions<MembersDb> options) : DbContext(options)
{
    public DbSet<LastLook> LastLooks => Set<LastLook>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<LastLook>().HasKey(look => new { look.Member, look.Partnership });
}

/// <summary>How far somebody has looked at what changed in a partnership.</summary>
public sealed class LastLook
{
    public Guid Member { get; init; }

    public string Partnership { get; init; } = "";

    /// <summary>The place in the log of everything up to which the member has seen it.</summary>
    public long Position { get; init; }

    /// <summary>When the member said so, milliseconds since 1970 UTC.</summary>
    public long At { get; init; }
}
