package org.ascertain.server;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
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
            .flatMap(StrictParameters::names)
            .toList();
    MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
    for (Map.Entry<String, List<String>> each : given.entrySet()) {
      Optional<Refusal> refusal = Refusal.unfitParameter(each.getKey(), each.getValue(), taken);
      if (refusal.isPresent()) throw refusal.get();
    }
  }

  /** A parameter by itself, or those of a class that holds several. */
  private static Stream<String> names(Parameter parameter) {
    Stream<? extends AnnotatedElement> all =
        parameter.isAnnotationPresent(BeanParam.class)
            ? Stream.of(parameter.getType().getDeclaredFields())
            : Stream.of(parameter);
    return all.flatMap(each -> Stream.ofNullable(each.getAnnotation(QueryParam.class)))
        .map(QueryParam::value);
  }
}
