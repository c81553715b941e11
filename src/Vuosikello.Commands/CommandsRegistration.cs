using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Commands.Activities;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Commands.Administration;
using Vuosikello.Commands.Aggregates;
using Vuosikello.Commands.Agreements;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Commands.CalendarLinks;
using Vuosikello.Commands.CommentRounds;
using Vuosikello.Commands.Import;
using Vuosikello.Commands.Memberships;
using Vuosikello.Commands.Partnerships;
using Vuosikello.Commands.PremisesRegisters;
using Vuosikello.Commands.Rules;
using Vuosikello.Commands.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Commands;

/// <summary>How the pipeline comes into the house.</summary>
public static class CommandsRegistration
{
    /// <summary>The order in which a command passes them, outermost first.</summary>
    private static readonly Type[] Behaviours = [typeof(CommandLog<>), typeof(ShapeCheck<>), typeof(OutageRetry<>), typeof(Authorisation<>)];

    /// <summary>
    /// Registers every slice with its pipeline. Needs an <see cref="IEventStore"/>, an
    /// <see cref="NodaTime.IClock"/> and logging from elsewhere. Send with <see cref="IMediator"/>. Called twice it is as if once.
    /// </summary>
    public static IServiceCollection AddCommands(this IServiceCollection services, CommandOptions? options = null)
    {
        services.TryAddSingleton(options ?? new CommandOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IStoreCondition, AlwaysWritable>();
        services.TryAddSingleton<Resilience>();
        services.TryAddSingleton(static provider => new CommandMeter(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<AggregateMemory>();
        services.TryAddSingleton<AggregateRunner>();
        services.TryAddTransient<StoryAggregates>();
        services.TryAddTransient<StoryCommands>();
        services.TryAddTransient<FileSteps>();
        services.TryAddTransient<ActivityRunner>();
        services.TryAddTransient<CycleRunner>();
        services.TryAddTransient<RulesRunner>();
        services.TryAddTransient<AgreementRunner>();
        services.TryAddTransient<PartnershipRunner>();
        services.TryAddTransient<SubjectFinder>();
        services.TryAddTransient<ReviewRunner>();
        services.TryAddTransient<CalendarLinkRunner>();
        services.TryAddTransient<MembershipRunner>();
        services.TryAddTransient<PremisesRunner>();
        services.TryAddTransient<AdministrationRunner>();
        services.TryAddSingleton<IMemberships, StreamMemberships>();
        services.TryAddSingleton<StreamGuests>();
        services.TryAddTransient<RoundRunner>();
        services.TryAddTransient<RoundDocuments>();
        services.TryAddTransient<DocumentsInRounds>();
        services.TryAddTransient<RoundOpening>();
        services.TryAddTransient<IMediator>(static provider => new Mediator(type => provider.GetService(type)!));
        foreach (var type in typeof(CommandsRegistration).Assembly.GetTypes()) AddHandler(services, type);
        return services;
    }

    private static void AddHandler(IServiceCollection services, Type type)
    {
        foreach (var handled in type.GetInterfaces())
        {
            if (!handled.IsGenericType || handled.GetGenericTypeDefinition() != typeof(IRequestHandler<,>)) continue;
            services.TryAddTransient(handled, type);
            var request = handled.GenericTypeArguments[0];
            if (request.IsGenericType && request.GetGenericTypeDefinition() == typeof(Send<>)) AddPipeline(services, request);
        }
    }

    private static void AddPipeline(IServiceCollection services, Type request)
    {
        var behaviour = typeof(IPipelineBehavior<,>).MakeGenericType(request, typeof(Outcome));
        foreach (var type in Behaviours) services.TryAddEnumerable(ServiceDescriptor.Transient(behaviour, type.MakeGenericType(request.GenericTypeArguments[0])));
    }
}
