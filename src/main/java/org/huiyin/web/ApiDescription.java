package org.huiyin.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.web.security.Member;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published description of the API says of all its parts: the token, the refusals, the key of a write. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String EXAMPLES = "/api/examples.json";
    private static final Map<String, String> REFUSALS = Map.of(
            "401", "No valid token", "403", "The token's scopes or its person's rights do not reach this far", "404", "Does not exist, or not in the token's company",
            "409", "A rule forbids it, or somebody else changed it; the sentence says which",
            "422", "Something in the input cannot be taken; \"errors\" says what, field by field; or the key of the write was used for another one");
    private static final Map<String, String> REFUSALS_OF_BODIES = Map.of("400", "No complete JSON", "413", "Too large", "415", "Another kind of content is taken");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Member.class, Page.class);
    }

    @Bean
    OpenAPI api() {
        var scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("A token from the page Settings, API tokens. It names the company and acts as its person, cut down to its scopes.");
        return new OpenAPI()
                .info(new Info().title("Huiyin").version("1").description(
                        "Everything that an ERP, a MES or a script needs to read or feed. Dates are ISO 8601, scores are exact decimals. "
                        + "Refusals are problem details (RFC 9457)."))
                .components(new Components().addSecuritySchemes(TOKEN, scheme).addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Each operation may be refused in the same ways, and each write may be repeated under its key. */
    @Bean
    OperationCustomizer refusalsAndKeys() {
        return (operation, handler) -> {
            REFUSALS.forEach((status, meaning) -> refuse(operation, status, meaning));
            if (operation.getRequestBody() != null) {
                REFUSALS_OF_BODIES.forEach((status, meaning) -> refuse(operation, status, meaning));
            }
            var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
            if (mapping != null && mapping.method().length > 0 && !mapping.method()[0].asHttpMethod().equals(HttpMethod.GET)) {
                operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(false)
                        .description("The same key with the same request gets the first answer again and changes nothing."));
            }
            return operation;
        };
    }

    private static void refuse(Operation operation, String status, String meaning) {
        operation.getResponses().computeIfAbsent(status, s -> new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    /** What a program may send, beside each operation that takes something; a test sends every one of them. */
    @Bean
    OpenApiCustomizer examples() {
        JsonNode examples = JsonMapper.shared().readTree(ApiDescription.class.getResourceAsStream(EXAMPLES));
        return api -> api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            JsonNode example = examples.path(method + " " + path.replace("/api/v1", ""));
            if (!example.isMissingNode() && operation.getRequestBody() != null) {
                operation.getRequestBody().getContent().values()
                        .forEach(content -> content.setExample(JsonMapper.shared().treeToValue(example, Object.class)));
            }
        }));
    }

    private static Schema<?> problem() {
        var text = new Schema<String>().type("string");
        return new Schema<>().type("object").addProperty("type", text).addProperty("title", text)
                .addProperty("status", new Schema<Integer>().type("integer")).addProperty("detail", text).addProperty("instance", text)
                .addProperty("key", text).addProperty("errors", new Schema<>().type("object").additionalProperties(text))
                .addProperty("reference", text);
    }
}
