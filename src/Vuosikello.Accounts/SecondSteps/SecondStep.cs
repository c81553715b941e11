using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Vuosikello.Accounts.SecondSteps;

/// <summary>Somebody's second step of signing in: codes of an authenticator app (RFC 6238).</summary>
public sealed class SecondStep
{
    public Guid Member { get; init; }

    /// <summary>The key that the app has too, encrypted with the server's keys.</summary>
    public string Sealed { get; init; } = "";

    /// <summary>The step of the last code that was taken: neither it nor an earlier one is taken again.</summary>
    public long LastStep { get; set; }

    /// <summary>Since when it is asked for.</summary>
    public Instant Since { get; init; }
}

/// <summary>A code for whoever has lost the app; good once.</summary>
public sealed class RecoveryCode
{
    public Guid Member { get; init; }

    /// <summary>SHA-256 of it.</summary>
    public string Hash { get; init; } = "";
}

internal sealed class SecondStepModel : IEntityTypeConfiguration<SecondStep>
{
    public void Configure(EntityTypeBuilder<SecondStep> builder)
    {
        builder.ToTable("SecondSteps");
        builder.HasKey(step => step.Member);
    }
}

internal sealed class RecoveryCodeModel : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(code => new { code.Member, code.Hash });
        builder.Property(code => code.Hash).HasMaxLength(64);
    }
}
