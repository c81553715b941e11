using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Exports;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Hosting;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.PremisesRegisters;
using Vuosikello.Projections.RolledForward;
using Vuosikello.Projections.Rules;
using Vuosikello.Projections.Snapshots;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Projections.Verification;

namespace Vuosikello.Projections;

/// <summary>Brings the views into a host that has an <see cref="IEventStore"/>.</summary>
public static class ProjectionsRegistration
{
    /// <summary>Adds the views with their queries, and the service that keeps them up with the log.</summary>
    /// <param name="dataFolder">Where snapshots for quick starts are kept; without it every start reads the whole log.</param>
    public static IServiceCollection AddProjections(this IServiceCollection services, string? dataFolder = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IStoreCondition, AlwaysWritable>();
        services.AddSingleton<PartnershipViews>();
        services.AddSingleton<IPartnershipViews>(s => s.GetRequiredService<PartnershipViews>());
        services.AddSingleton<IProjection>(s => s.GetRequiredService<PartnershipViews>());
        services.AddSingleton<BoardViews>();
        services.AddSingleton<IBoardViews>(s => s.GetRequiredService<BoardViews>());
        services.AddSingleton<IBoardActivities>(s => s.GetRequiredService<BoardViews>());
        services.AddSingleton<IProjection>(s => s.GetRequiredService<BoardViews>());
        services.AddSingleton<RolledForwardYears>();
        services.AddSingleton<IRolledForwardYears>(s => s.GetRequiredService<RolledForwardYears>());
        services.AddSingleton<IProjection>(s => s.GetRequiredService<RolledForwardYears>());
        services.AddAggregateViews<IReviewViews, ReviewViews>();
        services.AddAggregateViews<ICalendarLinkViews, CalendarLinkViews>();
        services.AddAggregateViews<IRoundViews, RoundViews>();
        services.AddAggregateViews<IRemarkChanges, RemarkChanges>();
        services.AddAggregateViews<IAgreementViews, AgreementViews>();
        services.AddAggregateViews<IRulesViews, RulesViews>();
        services.AddAggregateViews<IPremisesViews, PremisesViews>();
        services.AddSingleton<MemberLists>();
        services.AddSingleton<IProjection>(s => s.GetRequiredService<MemberLists>());
        services.AddSingleton<AdministratorsView>();
        services.AddSingleton<IProjection>(s => s.GetRequiredService<AdministratorsView>());
        services.AddSingleton<IErasedPersons>(s => s.GetRequiredService<AdministratorsView>());
        services.AddSingleton<IMembershipViews, MembershipQueries>();
        services.AddSingleton<IActivityHistory, ActivityHistory>();
        services.AddSingleton<IAsItWas, AsItWas>();
        services.AddSingleton<IExports, StreamExports>();
        services.AddSingleton<IPersonInLog, PersonInLog>();
        services.AddSingleton<IRightsTrail, StreamRightsTrail>();
        services.AddSingleton<HistoryIndex>();
        services.AddSingleton<IProjection>(s => s.GetRequiredService<HistoryIndex>());
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<SeenStreams>();
        services.AddSingleton<IHistory, HistoryQueries>();
        services.AddSingleton<ViewsState>();
        services.AddSingleton<IViews>(s => s.GetRequiredService<ViewsState>());
        services.AddSingleton<IViewsProgress>(s => s.GetRequiredService<ViewsState>());
        services.AddSingleton(s => new ViewSnapshots(dataFolder, s.GetRequiredService<IEventStore>(), s.GetRequiredService<ILogger<ViewSnapshots>>()));
        services.AddHostedService<ProjectionHost>();
        services.AddSingleton(s => new ViewsVerification(s.GetRequiredService<IEventStore>(), [.. s.GetServices<IProjection>()], s.GetRequiredService<IViews>()));
        return services;
    }
}
