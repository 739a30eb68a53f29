package org.huiyin.records.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.records.AttachmentView;
import org.huiyin.records.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of records for programs; the body of an upload is the file itself. */
@RestController
@Tag(name = "Files")
@RequestMapping("/api/v1/files")
class FileApi {

    private final Attachments attachments;

    FileApi(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A file. */
    record File(
            UUID id, String subjectType, UUID subject, String name, String mediaType, long size, String sha256, UUID by, Instant at,
            @Nullable String struckBecause) {

        static File of(AttachmentView view) {
            return new File(view.id(), view.subject().type(), view.subject().id(), view.name(), view.mediaType(), view.size(),
                    view.sha256(), view.by().value(), view.at(), view.struck() == null ? null : view.struck().reason());
        }
    }

    /** Why a file is struck out. */
    record Strike(String reason) {}

    @GetMapping
    @Operation(summary = "The files of a record")
    List<File> list(Actor actor, @RequestParam String subjectType, @RequestParam UUID subject) {
        return attachments.list(actor, new SubjectRef(subjectType, subject)).lines().stream().map(line -> File.of(line.file())).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Add a file to a record")
    @ResponseStatus(HttpStatus.CREATED)
    File add(Actor actor, @RequestParam String subjectType, @RequestParam UUID subject, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        return File.of(attachments.store(actor, new SubjectRef(subjectType, subject), name, request.getInputStream()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One file without its content")
    File show(Actor actor, @PathVariable UUID id) {
        return File.of(attachments.open(actor, id).view());
    }

    @GetMapping("/{id}/content")
    @Operation(summary = "The content of a file")
    void content(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        FilePages.send(attachments.open(actor, id), ContentDisposition.attachment(), response);
    }

    @PostMapping("/{id}/strike")
    @Operation(summary = "Strike a file out with a reason; it stays readable")
    File strike(Actor actor, @PathVariable UUID id, @RequestBody Strike strike) {
        attachments.strike(actor, id, strike.reason());
        return show(actor, id);
    }
}
