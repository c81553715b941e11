using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Invitations;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Links;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Looks;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.PersonalData;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tokens;

namespace Vuosikello.Accounts;

/// <summary>The accounts: the database of persons, and what is done with it.</summary>
public static class AccountsRegistration
{
    /// <param name="services">The server's.</param>
    /// <param name="configuration">See <see cref="AccountsSettings"/> and <see cref="MailSettings"/>.</param>
    /// <param name="folder">The data folder, absolute.</param>
    /// <param name="mailFolder">Where mails are written as files while no mail server is set; null outside Development.</param>
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration, string folder, string? mailFolder = null)
    {
        var settings = AccountsSettings.From(configuration, folder);
        services.AddSingleton(settings);
        if (settings.ConnectionString is { } server) services.AddDatabase<PostgresAccountsDb>(options => options.UseNpgsql(server));
        else services.AddDatabase<SqliteAccountsDb>(options => options.UseSqlite($"Data Source={settings.File}").AddInterceptors(new SecureDelete()));
        services.AddHostedService<AccountsDbStart>();
        // Before Identity's own, which would write addresses in upper case into the key whenever it saves a person.
        services.AddScoped<ILookupNormalizer, AddressNormalizer>();
        services.AddIdentityCore<Person>(AccountsDb.ChooseSchema).AddEntityFrameworkStores<AccountsDb>();
        services.AddSingleton<LastLooks>();
        services.AddSingleton<ContactPersons>();
        services.AddSingleton<PersonsStore>();
        services.AddSingleton<PersonNames>();
        services.AddHostedService<PersonNamesReader>();
        services.AddSingleton<Counts>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<FileTidying>();
        services.AddSingleton<WhatIsHeld>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<AskForLink>();
        services.AddSingleton<UseLink>();
        services.AddSingleton(AuditSettings.From(configuration));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAudit>(s => s.GetRequiredService<AuditTrail>());
        services.AddSingleton<InvitationMails>();
        services.AddSingleton<ExternalLogins>();
        services.AddSingleton<ProvidedRoleList>();
        services.AddSingleton<SecondStepStore>();
        services.AddHostedService<Sweeper>();
        services.AddMail(MailSettings.Read(configuration, mailFolder));
    }

    private static void AddMail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxRun>();
        if (settings.Host is null) services.AddSingleton<FolderTransport>();
        services.AddSingleton<IMailTransport>(s => settings.Host is null ? s.GetRequiredService<FolderTransport>() : new SmtpTransport(settings));
        services.AddHostedService<OutboxSender>();
    }

    private static void AddDatabase<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> choose) where TDb : AccountsDb
    {
        services.AddDbContextFactory<TDb>(choose);
        services.AddSingleton<IDbContextFactory<AccountsDb>, AccountsDbFactory<TDb>>();
        services.AddScoped<AccountsDb>(s => s.GetRequiredService<TDb>());
    }
}
