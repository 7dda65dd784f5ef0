# Builds offline once the base image is there and `wheels/` holds speechlint and what it needs:
#   python -m pip wheel --wheel-dir wheels .
#   docker build -t speechlint . && docker run --rm -v "$PWD:/drafts" speechlint
FROM python:3.12-slim
COPY wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels speechlint \
    && rm -rf /wheels \
    && useradd --create-home clerk
USER clerk
WORKDIR /drafts
ENTRYPOINT ["speechlint"]
CMD ["check", "."]
