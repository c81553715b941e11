using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Administration;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Errors;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.FirstStart;

/// <summary>Outside Development: as long as the server has no administrator, nothing works but becoming it.</summary>
public static class FirstStartEndpoints
{
    internal const string Folder = "/first";

    /// <summary>One id for all: of two who send the form at the same moment the log takes one.</summary>
    private static readonly CommandId TheFirst = new(new Guid("6f2d1a53-0a3b-4c0f-8d53-1c1b6a2c9a01"));

    // The machine that watches the server, and what pages are made of.
    private static readonly string[] AlwaysOpen = [Folder, "/health", "/dist", "/favicon.svg"];

    public static void AddFirstStart(this IServiceCollection services)
    {
        services.AddSingleton<FirstLink>();
        services.AddHostedService<FirstLinkPrinter>();
    }

    /// <summary>Answers everything with what the operator has to do.</summary>
    public static void UseFirstStart(this WebApplication app)
    {
        var link = app.Services.GetRequiredService<FirstLink>();
        app.Use((http, next) => link.Waits && !Array.Exists(AlwaysOpen, open => http.Request.Path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)) ? Wait(http) : next(http));
    }

    public static void MapFirstStart(this IEndpointRouteBuilder app)
    {
        app.MapGet(Folder + "/{token}", (string token, FirstLink link) => link.IsGood(token) ? Form() : Used()).RequireRateLimiting(TriesPolicy.Name).Shows(View.FirstStart);
        app.MapPost(Folder + "/{token}", Become).RequireRateLimiting(TriesPolicy.Name).Shows(View.FirstStart);
    }

    private static async Task Wait(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        // Programs are answered with problem details, by the status alone.
        if (ErrorPages.IsForPrograms(http.Request.Path)) return;
        http.Response.Headers.CacheControl = "no-store";
        await new RazorComponentResult<WaitingPage> { StatusCode = StatusCodes.Status503ServiceUnavailable }.ExecuteAsync(http);
    }

    private static RazorComponentResult Form(string? email = null, string? name = null) =>
        new RazorComponentResult<FirstAdministratorPage>(new { Email = email ?? "", Name = name ?? "", Again = email is not null })
        {
            StatusCode = email is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult Used() => new RazorComponentResult<FirstLinkUsedPage> { StatusCode = StatusCodes.Status410Gone };

    private static async Task<IResult> Become(
        HttpContext http, string token, FirstLink link, PersonsStore persons, IMediator mediator, IViews views, IMembershipViews memberships, MemberSessions sessions,
        INewIds ids, IClock clock, [FromForm] string? email, [FromForm] string? name)
    {
        if (!link.IsGood(token)) return Used();
        if (!EmailAddress.TryRead(email, out var address) || !PersonName.TryRead(name, out string? called)) return Form(email ?? "", name);
        var ct = http.RequestAborted;
        var person = await persons.Add(new(ids.Next()), address, called, LanguageSetup.Current, ct);
        var member = new MemberId(person.Id);
        var outcome = await mediator.Send(new Send<AppointAdministrator>(new(member), new Stamp(TheFirst, SystemMember.Id, null, clock.GetCurrentInstant())), ct);
        if (outcome is not Outcome.Done done) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        await views.WaitFor(done.Position, ct);
        if (!memberships.IsAdministrator(member)) return Used();
        await sessions.Begin(http, member, Ways.FirstStart, null);
        return SeeOther.To(AdministrationEndpoints.Address);
    }
}
