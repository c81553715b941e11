using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vuosikello.Accounts.Tokens;

/// <summary>How tokens are stored.</summary>
internal sealed class ApiTokenModel : IEntityTypeConfiguration<ApiToken>
{
    private const int HexDigitsOfSha256 = 64, ShortName = 60;

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(t => t.Name).HasMaxLength(TokenStore.LongestName);
        builder.Property(t => t.SecretHash).HasMaxLength(HexDigitsOfSha256);
        builder.Property(t => t.Partnership).HasMaxLength(ShortName);
        builder.Property(t => t.For).HasMaxLength(ShortName);
        builder.Property(t => t.Reach).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(t => t.SecretHash).IsUnique();
        builder.HasIndex(t => t.Member);
        builder.HasIndex(t => t.Until);
    }
}
