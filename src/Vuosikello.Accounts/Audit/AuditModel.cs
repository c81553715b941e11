using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vuosikello.Accounts.Audit;

/// <summary>How the audit trail is stored.</summary>
internal sealed class AuditModel : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("Audit");
        builder.Property(r => r.Kind).HasMaxLength(40);
        builder.Property(r => r.Partnership).HasMaxLength(100);
        builder.Property(r => r.What).HasMaxLength(AuditNote.LongestWhat);
        builder.Property(r => r.Network).HasMaxLength(50);
        builder.HasIndex(r => r.At);
        builder.HasIndex(r => r.By);
        builder.HasIndex(r => r.About);
    }
}
