package org.graphsink.record;

import java.util.List;
import java.util.Optional;

enum NoImage implements Image, Layout {
    INSTANCE;

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public Layout layout() {
        return this;
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public boolean isScalar() {
        return false;
    }

    @Override
    public Optional<Object> scalar() {
        return Optional.empty();
    }

    @Override
    public Optional<Field> field(List<String> path) {
        return Optional.empty();
    }

    @Override
    public Optional<Field> json(List<String> path) {
        return Optional.empty();
    }

    @Override
    public List<Field> mapsBelow(List<String> path) {
        return List.of();
    }

    @Override
    public List<Field> fieldsBelow(Image image, List<String> path) {
        return List.of();
    }
}
