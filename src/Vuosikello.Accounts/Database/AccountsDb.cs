using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tokens;

namespace Vuosikello.Accounts.Database;

/// <summary>
/// What belongs to persons and is erased with them. Nothing of it is an event, and no event needs it: events carry ids, and here is who they are.
/// See docs/adr/0029-accounts.md.
/// </summary>
public abstract class AccountsDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<LastLook> LastLooks => Set<LastLook>();

    public DbSet<SignInLink> Links => Set<SignInLink>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<InvitationMail> InvitationMails => Set<InvitationMail>();

    public DbSet<ProvidedRole> ProvidedRoles => Set<ProvidedRole>();

    public DbSet<SecondStep> SecondSteps => Set<SecondStep>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<QueuedMail> Mails => Set<QueuedMail>();

    public DbSet<Count> Counts => Set<Count>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<ContactPerson> ContactPersons => Set<ContactPerson>();

    /// <summary>Of a SHA-256 in hexadecimal, in characters.</summary>
    private const int Hash = 64;

    /// <summary>Identity's tables as of .NET 10, with passkeys. It takes the version from the services that the context was made with, not from the context.</summary>
    internal static void ChooseSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<MillisecondsOf>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<IsoDate>().HaveMaxLength(10);
        base.ConfigureConventions(configurationBuilder);
    }

    // What Identity maps and this model leaves out is left out on purpose.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedPropertyIgnoredWarning));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.ApplyConfiguration(new AuditModel());
        builder.ApplyConfiguration(new ApiTokenModel());
        builder.ApplyConfiguration(new ContactPersonModel());
        builder.ApplyConfiguration(new InvitationMailModel());
        builder.ApplyConfiguration(new ProvidedRoleModel());
        builder.ApplyConfiguration(new SecondStepModel());
        builder.ApplyConfiguration(new RecoveryCodeModel());
        builder.Entity<LastLook>().HasKey(look => new { look.Member, look.Partnership });
        builder.Entity<Count>(count => { count.HasKey(c => c.Key); count.Property(c => c.Key).HasMaxLength(Hash); count.HasIndex(c => c.Until); });
        builder.Entity<QueuedMail>(mail => { mail.Property(m => m.Kind).HasMaxLength(40); mail.HasIndex(m => m.Next); mail.HasIndex(m => m.To); });
        builder.Entity<Session>(session =>
        {
            session.HasIndex(s => s.Member);
            session.Property(s => s.Browser).HasMaxLength(80);
            session.Property(s => s.Way).HasMaxLength(40);
        });
        builder.Entity<SignInLink>(link =>
        {
            link.HasIndex(l => l.SecretHash).IsUnique();
            link.HasIndex(l => l.BrowserHash);
            link.HasIndex(l => l.Address);
            link.Property(l => l.JoinsIn).HasMaxLength(2);
            foreach (string hash in new[] { nameof(SignInLink.SecretHash), nameof(SignInLink.CodeHash), nameof(SignInLink.BrowserHash) }) link.Property(hash).HasMaxLength(Hash);
        });
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("PersonClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("PersonLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("PersonTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("PersonPasskeys");
        builder.Entity<Person>(person =>
        {
            person.ToTable("Persons");
            person.Ignore(p => p.PasswordHash).Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed);
            // Tries are counted by address as well as by person, whether or not there is such a person: not here.
            person.Ignore(p => p.LockoutEnd).Ignore(p => p.LockoutEnabled).Ignore(p => p.AccessFailedCount);
            person.Property(p => p.Name).HasMaxLength(200);
            person.Property(p => p.Language).HasMaxLength(2);
            // One address is one person: whoever reads its mail gets in.
            person.HasIndex(p => p.NormalizedEmail).IsUnique();
            person.HasIndex(p => p.Changed);
        });
    }
}
