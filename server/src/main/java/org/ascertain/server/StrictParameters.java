package org.ascertain.server;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that an address does not take: a slip of the pen is not a silent default. */
final class StrictParameters {

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo resource) {
    if (resource.getResourceMethod() == null) return;
    List<String> taken =
        Stream.of(resource.getResourceMethod().getParameters())
            .map(StrictParameters::name)
            .flatMap(Optional::stream)
            .toList();
    MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
    for (Map.Entry<String, List<String>> each : given.entrySet()) {
      Optional<Refusal> refusal = Refusal.unfitParameter(each.getKey(), each.getValue(), taken);
      if (refusal.isPresent()) throw refusal.get();
    }
  }

  private static Optional<String> name(Parameter parameter) {
    return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
  }
}
