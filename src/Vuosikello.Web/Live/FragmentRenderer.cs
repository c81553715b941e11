using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Live;

/// <summary>Renders components to fragments outside of any request, in the language of the current culture.</summary>
public sealed class FragmentRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private const string Nowhere = "http://localhost/";

    /// <param name="work">Makes its fragments one after the other by the <see cref="Pieces"/> it is given.</param>
    /// <param name="address">The page's path, to which forms without an action are sent.</param>
    public async Task<IReadOnlyList<Fragment>> Render(Func<Pieces, Task> work, string address = "/")
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<NavigationManager>() is IHostEnvironmentNavigationManager navigation)
            navigation.Initialize(Nowhere, Nowhere + address.TrimStart('/'));
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var pieces = new Pieces(renderer);
        await renderer.Dispatcher.InvokeAsync(() => work(pieces));
        return pieces.All;
    }

    /// <summary>What is rendered together.</summary>
    public sealed class Pieces(HtmlRenderer renderer)
    {
        private readonly List<Fragment> _all = [];

        internal IReadOnlyList<Fragment> All => _all;

        public void Add(Fragment fragment) => _all.Add(fragment);

        public void AddRange(IEnumerable<Fragment> fragments) => _all.AddRange(fragments);

        /// <summary>Adds what a component renders, unless that is nothing.</summary>
        /// <param name="id">The id of its one root element.</param>
        /// <param name="parent">The id of the element that holds it, and nothing but fragments.</param>
        /// <param name="parameters">An object whose properties are the component's parameters.</param>
        public async Task Add<TComponent>(string id, string parent, object parameters) where TComponent : IComponent
        {
            string html = (await Html<TComponent>(parameters)).Trim();
            if (html.Length > 0) _all.Add(new(id, parent, html));
        }

        /// <summary>Adds what a component renders with a root element that is always on the page.</summary>
        public async Task Renew<TComponent>(string id, object parameters) where TComponent : IComponent =>
            _all.Add(Fragment.InPlace(id, (await Html<TComponent>(parameters)).Trim()));

        /// <summary>Adds an element that is always on the page, <c>&lt;div id="…"&gt;</c>, filled with what components render.</summary>
        public void Fill(string id, params IEnumerable<string> html) => _all.Add(Fragment.InPlace(id, $"<div id=\"{id}\">{string.Concat(html)}</div>"));

        /// <inheritdoc cref="Fill" />
        public async Task Fill<TComponent>(string id, object parameters) where TComponent : IComponent => Fill(id, await Html<TComponent>(parameters));

        /// <param name="parameters">An object whose properties are the component's parameters.</param>
        public async Task<string> Html<TComponent>(object parameters) where TComponent : IComponent
        {
            var values = new RouteValueDictionary(parameters).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString();
        }
    }
}
