using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Vuosikello.Accounts.Invitations;

/// <summary>To which address an invitation was sent. The invitation itself is in the log, which knows no address; the row goes when it was taken, taken back, or its time is over.</summary>
public sealed class InvitationMail
{
    /// <summary>The invitation's id in the log.</summary>
    public Guid Invitation { get; init; }

    public string Partnership { get; init; } = "";

    /// <summary>The key of the address, by which the erasing of a person finds the row.</summary>
    public string To { get; init; } = "";

    /// <summary>The address as whoever invited gave it.</summary>
    public string Shown { get; init; } = "";

    /// <summary>In which the mail is written unless its reader has an account, and with it a language: <c>fi</c>, <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fi";

    /// <summary>The mail that waits, or waited.</summary>
    public Guid Mail { get; init; }

    /// <summary>When the mail server took it; null before, and for ever when it was given up.</summary>
    public Instant? Sent { get; set; }

    /// <summary>When the invitation expires.</summary>
    public Instant Until { get; init; }
}

internal sealed class InvitationMailModel : IEntityTypeConfiguration<InvitationMail>
{
    public void Configure(EntityTypeBuilder<InvitationMail> builder)
    {
        builder.ToTable("InvitationMails");
        builder.HasKey(mail => mail.Invitation);
        builder.HasIndex(mail => mail.Partnership);
        builder.HasIndex(mail => mail.To);
        builder.HasIndex(mail => mail.Mail);
        builder.Property(mail => mail.Language).HasMaxLength(2);
    }
}
