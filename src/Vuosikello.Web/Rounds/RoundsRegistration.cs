using Vuosikello.Web.Access;
using Vuosikello.Web.Guests;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rounds;

/// <summary>The pages of comment rounds. See docs/adr/0016-comment-rounds.md.</summary>
public static class RoundsRegistration
{
    public static void AddRounds(this IServiceCollection services)
    {
        services.AddGuests();
        services.AddScoped<RoundContexts>();
        services.AddScoped<RoundWords>();
        services.AddScoped<RoundSubjects>();
        services.AddScoped<RemarkedClauses>();
        services.AddScoped<PrintedSummary>();
        services.AddSingleton<LiveRoundParts>();
        services.AddLivePages<LiveRounds>();
        services.AddLivePages<LiveStatements>();
        services.AddLivePages<LiveAnswers>();
    }

    public static void MapRounds(this IEndpointRouteBuilder app)
    {
        var rounds = app.MapGroup("/{partnership}/rounds").Shows(View.Round);
        rounds.MapPlanning();
        rounds.MapRound();
        rounds.MapStatement();
        rounds.MapAnswers();
        rounds.MapChanges();
        rounds.MapSummary();
        rounds.MapGuestLinks();
        app.MapGuests();
    }
}
